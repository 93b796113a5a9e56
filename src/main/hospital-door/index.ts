export { startHospitalDoor } from './startHospitalDoor.ts'
export { type TrialCertificates, trialCertificates } from './trialCertificates.ts'
