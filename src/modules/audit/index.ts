import type { ServiceModule } from '#platform/http'
import { looksRoute } from './pages/looks/route.ts'
import { overviewRoute } from './pages/overview/route.ts'

export {
  type Asked,
  askedOfMe,
  decideUnexplained,
  type Explained,
  findUnexplained,
  type Unexplained,
  unexplainedLooks,
} from './explaining/unexplained.ts'
export { fromTheBeginning, type Place, type Sealed, seal } from './jobs/seal.ts'
export { type SealerParts, startSealer } from './jobs/startSealer.ts'
export { actionWords, plainWords } from './pages/words.ts'
export { type Look, type Looks, looksAtRecord } from './queries/looksAtRecord.ts'
export { type SeenInOpening, seenInOpening } from './queries/seenInOpening.ts'
export { type LooksFrameSource, looksFrame } from './registry/looksFrame.ts'
export type { AuditTables } from './tables.ts'
export type { AuditReport } from './verification/auditReport.ts'
export { type Finding, findingSentence } from './verification/finding.ts'
export { verifyAudit } from './verification/verifyAudit.ts'

/** Who read or changed what: pages for those who answer for it. */
export const auditModule: ServiceModule = {
  name: 'audit',
  routes: [looksRoute, overviewRoute],
  navigation: [{ text: 'Audit', href: '/audit', order: 80, classes: ['director', 'administrator'] }],
}
