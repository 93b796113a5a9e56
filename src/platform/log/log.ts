import { type Clock, systemClock } from '#platform/time'
import { redact, redactText } from './redact.ts'

/** Levels from most to least talkative. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** One of the levels. */
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Fields beside the message: ids, counts, codes. Personal fields are struck out, but do not rely on it: log ids. */
export type LogFields = Readonly<Record<string, unknown>>

type Write = (message: string, fields?: LogFields) => void

/** A log that writes one JSON object a line. */
export interface Log {
  readonly debug: Write
  readonly info: Write
  readonly warn: Write
  readonly error: Write
  /** A log that adds these fields to every line: a correlation id, a job's id, the name of a part. */
  with(fields: LogFields): Log
}

/** Where the lines go and which are kept. */
export interface LogOptions {
  readonly level?: LogLevel
  /** Receives each line, with its line end. Standard error when left out: standard output belongs to a command's answer. */
  readonly write?: (line: string) => void
  readonly clock?: Clock
  readonly fields?: LogFields
}

/** Makes a log. Lines are `{"time","level","message",...fields}`; time is UTC in ISO 8601. */
export function makeLog(options: LogOptions = {}): Log {
  const {
    level = 'info',
    write = line => process.stderr.write(line),
    clock = systemClock,
    fields = {},
  } = options
  const threshold = LOG_LEVELS.indexOf(level)
  const at = (name: LogLevel): Write => {
    if (LOG_LEVELS.indexOf(name) < threshold) return () => undefined
    return (message, more) => {
      const time = clock.now().toString({ smallestUnit: 'millisecond' })
      const rest = redact({ ...fields, ...more }) as LogFields // redact keeps the shape of a plain object
      write(`${JSON.stringify({ time, level: name, message: redactText(message), ...rest })}\n`)
    }
  }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: more => makeLog({ level, write, clock, fields: { ...fields, ...more } }),
  }
}
