/** The demo county: an invented authority with families who have stories. */
export { acceptCertificate } from './hospital/acceptCertificate.ts'
export { facilityOf, type HospitalVisit, hl7Text, type VisitEvent } from './hospital/hl7Text.ts'
export { type DemoChild, readChildren } from './hospital/readChildren.ts'
export { complaintAt, outcomes, stranger } from './hospital/stock.ts'
export { type DemoOrder, makeDemo } from './makeDemo.ts'
export { type Persona, type PersonaKey, personas } from './personas.ts'
