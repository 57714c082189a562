import type { InstallationFacts } from "./installation-facts.server.ts";

/** What is looked at when real people are, or are about to be, in the database. */
export interface Settings {
  readonly origin: string;
  readonly originSet: boolean;
  readonly contentOrigin: string;
  readonly baseIri: string;
  readonly baseIriSet: boolean;
  readonly proxies: number;
  /** Fingerprints of the secret and of those before it. */
  readonly secret: string;
  readonly earlierSecrets: readonly string[];
  /** What the system said of a file in the data folder; null when it could be written. */
  readonly folderFault: string | null;
  readonly dataFolder: string;
}

/** Settings that harm real people's data or lock them out, each in the words of who sets them; pure. */
export function findDangers(settings: Settings, facts: InstallationFacts): readonly string[] {
  const { dataFolder, folderFault } = settings;
  return [
    ...originDangers(settings),
    ...baseIriDangers(settings, facts),
    contentDanger(settings),
    facts.secret !== null &&
      facts.secret !== settings.secret &&
      !settings.earlierSecrets.includes(facts.secret) &&
      "NEPHOC_SECRET (hoặc tệp secret trong NEPHOC_DATA) không phải khóa đã dùng ở đây: bài đã niêm phong trên điện thoại, huy hiệu và lời nhắc sẽ hỏng. Đặt lại khóa cũ, hoặc ghi khóa cũ vào NEPHOC_EARLIER_SECRETS nếu cố ý đổi.",
    folderFault !== null && `NEPHOC_DATA=${dataFolder} không ghi được: ${folderFault}`,
  ].filter((danger) => danger !== false);
}

type Danger = string | false;

function originDangers({ origin, originSet, proxies }: Settings): readonly Danger[] {
  if (!originSet) {
    return [
      "NEPHOC_ORIGIN chưa đặt: mã QR trên giấy sẽ dẫn tới localhost. Đặt địa chỉ https:// mà người dân mở.",
    ];
  }
  if (!origin.startsWith("https:")) {
    return [
      `NEPHOC_ORIGIN=${origin} không phải https: mã PIN và phiên đăng nhập đi qua mạng không được che. Đặt một máy chủ TLS (nginx) phía trước.`,
    ];
  }
  return [
    proxies === 0 &&
      "NEPHOC_PROXIES=0 mà NEPHOC_ORIGIN là https: chương trình không tự làm TLS, nên phía trước phải có máy chủ trung gian; đặt NEPHOC_PROXIES=1, nếu không mọi người chung một địa chỉ và khóa lẫn nhau.",
  ];
}

/** Cookies go to every port of a host, and a page sets them for every path of it. */
function contentDanger({ origin, contentOrigin }: Settings): Danger {
  const isOneHost = new URL(origin).hostname === new URL(contentOrigin).hostname;
  return (
    isOneHost &&
    `NEPHOC_CONTENT_ORIGIN=${contentOrigin} cùng máy chủ với NEPHOC_ORIGIN: gói học của người khác có thể đặt cookie đăng nhập thay cho người học. Đặt một tên miền khác, tốt nhất là tên miền riêng.`
  );
}

function baseIriDangers(
  { baseIri, baseIriSet }: Settings,
  facts: InstallationFacts,
): readonly Danger[] {
  return [
    !baseIriSet && "NEPHOC_BASE_IRI chưa đặt: mã hoạt động trong bản ghi học tập được giữ mãi mãi.",
    facts.baseIri !== null &&
      facts.baseIri !== baseIri &&
      `NEPHOC_BASE_IRI=${baseIri}, nhưng bản ghi ở đây đã dùng ${facts.baseIri}: đặt lại như cũ, nếu không tiến độ và hồ sơ của mọi người tách làm đôi.`,
  ];
}
