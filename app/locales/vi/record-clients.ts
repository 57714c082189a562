import type { ClientFault, ClientState } from "#app/domain/record-office/index.ts";
import type { XapiScope } from "#app/domain/xapi/index.ts";

/** Programs that may use the record store, at the province's desk, in the authority's wording. */
const scopes: Readonly<Record<XapiScope, { readonly name: string; readonly allows: string }>> = {
  "statements/write": {
    name: "Gửi bản ghi",
    allows: "Phần mềm gửi bản ghi học tập mới vào kho.",
  },
  "statements/read/mine": {
    name: "Đọc bản ghi do mình gửi",
    allows: "Phần mềm chỉ đọc lại những bản ghi mà chính nó đã gửi.",
  },
  "statements/read": {
    name: "Đọc mọi bản ghi trong phạm vi",
    allows: "Phần mềm đọc bản ghi của mọi người học trong phạm vi, kể cả bản ghi do nơi khác gửi.",
  },
  state: {
    name: "Giữ chỗ đang học",
    allows: "Phần mềm ghi và đọc chỗ đang học dở của người học, để lần sau học tiếp.",
  },
  define: {
    name: "Đặt tên hoạt động",
    allows: "Tên và mô tả hoạt động mà phần mềm gửi được dùng làm tên chung trong kho.",
  },
  profile: {
    name: "Giữ hồ sơ kèm theo",
    allows: "Phần mềm ghi và đọc hồ sơ kèm theo của hoạt động và của người học.",
  },
  "all/read": {
    name: "Đọc toàn bộ",
    allows: "Phần mềm đọc mọi thứ trong phạm vi, không ghi thêm gì.",
  },
  all: {
    name: "Toàn quyền",
    allows: "Phần mềm đọc, ghi mọi thứ và hủy hiệu lực bản ghi của bên khác trong phạm vi.",
  },
};

const states: Readonly<Record<ClientState, string>> = {
  valid: "Đang dùng",
  expired: "Hết hạn",
  revoked: "Đã thu hồi",
};

const list = {
  heading: "Kho bản ghi học tập: phần mềm được phép kết nối",
  navItem: "Kho bản ghi",
  intro:
    "Mỗi phần mềm của trường học, ứng dụng hay công cụ soạn bài muốn gửi hoặc đọc bản ghi học tập phải có khóa riêng.",
  make: "Cấp khóa mới",
  table: {
    caption: "Các phần mềm đã được cấp khóa",
    name: "Tên",
    key: "Khóa",
    place: "Phạm vi",
    scopes: "Được làm gì",
    limit: "Lượt gọi mỗi phút",
    expiry: "Dùng đến hết ngày",
    lastUse: "Lần dùng cuối",
    state: "Trạng thái",
  },
  noExpiry: "Không hẹn ngày",
  neverUsed: "Chưa dùng",
  empty: {
    title: "Chưa phần mềm nào được cấp khóa",
    advice: "Cấp khóa khi có trường, ứng dụng hoặc công cụ soạn bài cần gửi bản ghi.",
  },
};

const fields = {
  name: "Tên phần mềm, đơn vị dùng",
  nameHint: "Tên này đứng bên cạnh mọi bản ghi mà phần mềm gửi, sau này không đổi được.",
  place: "Phạm vi",
  wholeProvince: (name: string) => `Toàn ${name.charAt(0).toLocaleLowerCase("vi")}${name.slice(1)}`,
  oneCommune: "Một xã, phường",
  commune: "Tên xã, phường",
  communeHint: "Chỉ ghi khi chọn một xã, phường. Không dấu cũng được, tên cũ cũng được.",
  communeChoice: "Chọn đúng xã, phường",
  entry: "Cách xác thực",
  entries: {
    secret: {
      name: "Khóa và mật khẩu",
      hint: "Kho làm ra khóa và mật khẩu, phần mềm gửi kèm mỗi lần gọi.",
    },
    token: {
      name: "Mã truy cập OAuth 2",
      hint: "Phần mềm dùng mã truy cập của hệ thống cấp mã đã cài đặt trên máy chủ, không cần mật khẩu.",
    },
  },
  clientId: "Mã phần mềm (client_id)",
  clientIdHint: "Chỉ ghi khi dùng mã truy cập OAuth 2: mã của phần mềm tại hệ thống cấp mã.",
  scopes: "Được làm gì",
  expiry: "Dùng đến hết ngày",
  expiryHint: "Ngày/tháng/năm. Ví dụ: 31/12/2027. Để trống nếu không hẹn ngày.",
  limit: "Số lượt gọi nhiều nhất mỗi phút",
  limitHint: "Từ 1 đến 60.000. Quá số này, phần mềm phải chờ.",
  faults: {
    "name-missing": "Ghi tên phần mềm.",
    "name-long": "Tên dài quá 80 ký tự.",
    "place-missing": "Chọn phạm vi.",
    "commune-missing": "Ghi tên xã, phường.",
    "commune-unknown": "Trong tỉnh không có xã, phường nào tên như vậy.",
    "commune-several": "Có nhiều xã, phường hợp với tên đã ghi. Chọn đúng một nơi.",
    "entry-missing": "Chọn cách xác thực.",
    "client-id-unreadable": "Mã phần mềm chỉ gồm chữ không dấu, số và dấu, không có khoảng trắng.",
    "key-taken": "Mã phần mềm này đã được cấp khóa rồi.",
    "scopes-missing": "Chọn ít nhất một quyền.",
    "expiry-unreadable": "Ngày hết hạn chưa đúng. Ghi ngày/tháng/năm.",
    "expiry-past": "Ngày hết hạn đã qua.",
    "limit-unreadable": "Số lượt gọi phải từ 1 đến 60.000.",
  } satisfies Record<ClientFault, string>,
};

const make = {
  heading: "Cấp khóa cho phần mềm",
  back: "Về danh sách phần mềm",
  button: "Cấp khóa",
  errorTitle: "Chưa cấp được. Sửa các mục sau:",
};

const made = {
  heading: "Đã cấp khóa",
  done: (name: string) => `Đã cấp khóa cho “${name}”.`,
  once: "Mật khẩu chỉ hiện một lần này. Chép ngay và giao tận tay người phụ trách phần mềm; rời trang này là không xem lại được.",
  token: "Phần mềm này dùng mã truy cập OAuth 2, không có mật khẩu.",
  key: "Khóa (tên đăng nhập)",
  secret: "Mật khẩu",
  endpoint: "Địa chỉ kho",
  open: "Xem phần mềm này",
  already: "Biểu mẫu này đã được gửi trước đó, phần mềm đã có khóa.",
  alreadyText:
    "Mật khẩu chỉ hiện một lần, lúc cấp. Nếu chưa kịp chép, thu hồi khóa này rồi cấp khóa mới.",
};

const file = {
  facts: "Thông tin",
  key: "Khóa",
  entry: "Cách xác thực",
  made: "Cấp lúc",
  madeText: (at: string, by: string) => `${at}, ${by}`,
  revokedAt: "Thu hồi lúc",
  days: {
    heading: "Số bản ghi gửi mỗi ngày, 30 ngày qua",
    total: (total: string) => `Tổng: ${total} bản ghi.`,
    most: (most: string) => `Nhiều nhất trong một ngày: ${most}`,
    show: "Xem bảng số liệu",
    day: "Ngày",
    statements: "Số bản ghi",
  },
  latest: {
    heading: "Bản ghi gửi gần đây nhất",
    none: "Phần mềm này chưa gửi bản ghi nào.",
  },
  limit: {
    heading: "Sửa quyền và giới hạn",
    button: "Lưu",
    done: "Đã lưu. Có hiệu lực từ lần gọi tiếp theo của phần mềm.",
    errorTitle: "Chưa lưu được. Sửa các mục sau:",
    revoked: "Khóa đã thu hồi, không sửa được nữa.",
  },
  revoke: {
    heading: "Thu hồi khóa",
    text: "Khóa bị lộ, hoặc phần mềm không còn dùng nữa.",
    link: "Thu hồi khóa này",
    done: "Đã thu hồi. Phần mềm này không vào kho được nữa.",
  },
};

const revoke = {
  heading: "Thu hồi khóa",
  back: "Không thu hồi, quay lại",
  warning: (name: string) => `“${name}” sẽ không gửi và không đọc bản ghi được nữa.`,
  more: "Bản ghi đã gửi vẫn còn. Khóa đã thu hồi không dùng lại được; cần thì cấp khóa mới.",
  button: "Thu hồi khóa",
};

export const recordClients = { scopes, states, list, fields, make, made, file, revoke };
