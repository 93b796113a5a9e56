/** The demo county: an invented authority with families who have stories. */

export { receiveNotices } from './agency/receiveNotices.ts'
export { closeTrialAgency, openTrialAgency } from './agency/trialAgency.ts'
export { acceptCertificate } from './hospital/acceptCertificate.ts'
export { facilityOf } from './hospital/hl7Text.ts'
export { openWard } from './hospital/openWard.ts'
export { readChildren } from './hospital/readChildren.ts'
export { trialSystem } from './hospital/trialSystem.ts'
export { invitedPerson } from './invitedPerson.ts'
export { type DemoOrder, makeDemo } from './makeDemo.ts'
export { type Persona, type PersonaKey, personas } from './personas.ts'
export { schoolFile } from './school/schoolFile.ts'
