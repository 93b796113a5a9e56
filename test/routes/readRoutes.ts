import { type Addresses, addressed, identity, ofPerson, plain, uncertain } from './addresses.ts'
import { administrationReads } from './administrationReads.ts'
import { assessmentReads } from './assessmentReads.ts'
import { attendanceReadPaths } from './attendanceRoutes.ts'
import { careReadPaths } from './careRoutes.ts'
import { caseloadReadPaths } from './caseloadRoutes.ts'
import { disclosureReadPaths } from './disclosureRoutes.ts'
import { courtReadPaths } from './drawingRoutes.ts'
import { enquiryReadPaths } from './enquiryRoutes.ts'
import { safeguardingReadPaths } from './familySafeguardingRoutes.ts'
import { frontDoorReads } from './frontDoorRoutes.ts'
import { groupOf } from './gates.ts'
import { harmReadPaths } from './harmRoutes.ts'
import { listReads } from './listReads.ts'
import { meetingReadPaths } from './meetingRoutes.ts'
import { partnerReadPaths } from './partnerRoutes.ts'
import { peopleReads } from './peopleReads.ts'
import { planReadPaths } from './planRoutes.ts'
import { portalReadPaths } from './portalRoutes.ts'
import { preProceedingsReadPaths, protectionTeamReadPaths } from './preProceedingsRoutes.ts'
import { protectionInformationReadPaths } from './protectionInformationRoutes.ts'
import { conferenceReadPaths, protectionPlanReadPaths } from './protectionPlanRoutes.ts'
import { protectionReads } from './protectionReads.ts'
import { recordReads } from './recordReads.ts'
import { schoolReadPaths } from './schoolRoutes.ts'
import { papered, sharingReadPaths } from './sharingRoutes.ts'
import { supervisionReadPaths } from './supervisionRoutes.ts'
import { workforceReadPaths } from './workforceRoutes.ts'

const plainOf = (urls: readonly string[]): Addresses => plain(...urls)
const below = (rest: string): Addresses =>
  ofPerson(one => `/people/${one.personId}${rest}`, identity, uncertain)

/**
 * Every GET route of the service and the addresses at which the matrix asks it. A route that is missing here fails the
 * matrix: say of whom its page is and what its reader must be able to read.
 */
export const readRoutes: Readonly<Record<string, Addresses>> = {
  ...listReads,
  ...peopleReads,
  ...recordReads,
  ...assessmentReads,
  ...protectionReads,
  ...administrationReads,
  ...frontDoorReads,
  ...addressed(
    {
      ...planReadPaths,
      ...protectionPlanReadPaths,
      ...harmReadPaths,
      ...careReadPaths,
      ...preProceedingsReadPaths,
    },
    below,
  ),
  ...addressed({ ...portalReadPaths, ...enquiryReadPaths }, path => ofPerson(path, identity, uncertain)),
  ...addressed({ ...sharingReadPaths, ...meetingReadPaths, ...conferenceReadPaths }, path =>
    ofPerson(path, papered, uncertain),
  ),
  ...addressed(safeguardingReadPaths, path => ofPerson(one => path(one.familyId), groupOf, {})),
  ...addressed(
    {
      ...supervisionReadPaths,
      ...protectionTeamReadPaths,
      ...protectionInformationReadPaths,
      ...disclosureReadPaths,
      ...schoolReadPaths,
      ...partnerReadPaths,
      ...attendanceReadPaths,
      ...workforceReadPaths,
    },
    plainOf,
  ),
  ...addressed(
    caseloadReadPaths,
    paths => county => paths(county).map(url => ({ url, whose: 'nobody' as const })),
  ),
  ...addressed(courtReadPaths, path => plain(path)),
}
