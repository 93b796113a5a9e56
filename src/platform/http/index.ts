export { openFlash, sealFlash } from './flash.ts'
export { CSRF_FIELD, formFields, SUBMISSION_FIELD } from './formFields.ts'
export { formVersion, isAsOpened, openedVersion, VERSION_FIELD, versionField } from './formVersion.ts'
export { hostileRequest } from './hostileRequest.ts'
export { KNOWN_AT, keepKnownAt, withKnownAt } from './keepKnownAt.ts'
export { localPath } from './localPath.ts'
export type { NavigationItem, ServiceModule } from './module.ts'
export { csrfToken, isCsrfToken, isOwnRequest } from './ownRequest.ts'
export { addField, type Fields, parseFields, parseQuery, refuseUnstorableText } from './parseFields.ts'
export { isScript, type Problem, wantsJson } from './problem.ts'
export { readJson } from './readJson.ts'
export { type KnownAtRequest, readKnownAt } from './readKnownAt.ts'
export { recordShown } from './recordShown.ts'
export { notFound, type Reply, type Shown } from './reply.ts'
export { type Admits, type FormKeys, type Me, type Route, route, type Visit } from './route.ts'
export { safeFileName } from './safeFileName.ts'
export { type HeaderOptions, securityHeaders } from './securityHeaders.ts'
export { findSubmission, keepSubmission, type Submission, submissionHash } from './submissions.ts'
export {
  type CallingSystem,
  problemAnswer,
  type SystemAnswer,
  type SystemCall,
  type SystemRefusal,
  type SystemRoute,
} from './systemRoute.ts'
export { typedFields } from './typedFields.ts'
export type { Upload } from './upload.ts'
export { writeCsv } from './writeCsv.ts'
