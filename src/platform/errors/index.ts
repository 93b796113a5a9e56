export { type CodedError, ERRORS, type ErrorCode } from './codes.ts'
export { KithError, type KithErrorDetail } from './kithError.ts'
