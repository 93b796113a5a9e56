export { makeUuid, parseUuid, type Uuid } from './uuid.ts'
