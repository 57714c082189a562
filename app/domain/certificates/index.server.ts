export { checkCertificate } from "./check-certificate.server.ts";
export { forgetCertificates } from "./forget.store.server.ts";
export { issueCertificate, type IssueCertificateRefusal } from "./issue-certificate.server.ts";
export { listCertificates, type ListCertificatesRefusal } from "./list-certificates.server.ts";
export { listMyCertificates } from "./list-my-certificates.server.ts";
export { readAchievement } from "./read-achievement.server.ts";
export { readCertificate } from "./read-certificate.server.ts";
export {
  reissueCertificate,
  type ReissueCertificateRefusal,
} from "./reissue-certificate.server.ts";
export { revokeCertificate, type RevokeCertificateRefusal } from "./revoke-certificate.server.ts";
export { readStatusList, type StatusList } from "./status-list.server.ts";
export { verifyBadge } from "./verify-badge.server.ts";
