import { administrationSends } from './administrationSends.ts'
import { assessmentSends } from './assessmentRoutes.ts'
import { attendanceSends } from './attendanceRoutes.ts'
import { careSends } from './careRoutes.ts'
import { caseloadSends } from './caseloadRoutes.ts'
import { disclosureSends } from './disclosureRoutes.ts'
import { documentSendRoutes } from './documentRoutes.ts'
import { drawingSends } from './drawingRoutes.ts'
import { enquirySends } from './enquiryRoutes.ts'
import { safeguardingSends } from './familySafeguardingSends.ts'
import { frontDoorSends } from './frontDoorSends.ts'
import { harmSends } from './harmRoutes.ts'
import { meetingSends } from './meetingRoutes.ts'
import { mergeSendRoutes } from './mergeRoutes.ts'
import { openingSends } from './openingSends.ts'
import { partnerSends } from './partnerRoutes.ts'
import { peopleSends } from './peopleSends.ts'
import { planSends } from './planRoutes.ts'
import { portalSends } from './portalRoutes.ts'
import { preProceedingsSends } from './preProceedingsRoutes.ts'
import { protectionInformationSends } from './protectionInformationRoutes.ts'
import { protectionPlanSends } from './protectionPlanRoutes.ts'
import { recordSends } from './recordSends.ts'
import { schoolSends } from './schoolRoutes.ts'
import type { SendRoute } from './shapes.ts'
import { sharingSends } from './sharingRoutes.ts'
import { supervisionSends } from './supervisionRoutes.ts'
import { teamSends } from './teamSends.ts'
import { workforceSends } from './workforceRoutes.ts'

/**
 * Every POST route of the service with a form that it takes. A route that is missing here fails the tests: say how its form is
 * filled in, at which address it names a person's rows and in which fields it names people.
 */
export const sendRoutes: Readonly<Record<string, SendRoute>> = {
  ...mergeSendRoutes,
  ...frontDoorSends,
  ...assessmentSends,
  ...planSends,
  ...drawingSends,
  ...enquirySends,
  ...sharingSends,
  ...supervisionSends,
  ...portalSends,
  ...harmSends,
  ...careSends,
  ...meetingSends,
  ...preProceedingsSends,
  ...protectionPlanSends,
  ...peopleSends,
  ...administrationSends,
  ...teamSends,
  ...recordSends,
  ...openingSends,
  ...documentSendRoutes,
  ...safeguardingSends,
  ...workforceSends,
  ...attendanceSends,
  ...partnerSends,
  ...protectionInformationSends,
  ...disclosureSends,
  ...schoolSends,
  ...caseloadSends,
}
