export { LOG_LEVELS, type Log, type LogFields, type LogLevel, type LogOptions, makeLog } from './log.ts'
export { redact, redactText } from './redact.ts'
