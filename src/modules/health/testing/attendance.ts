import { readMessage } from '../hl7/readMessage.ts'
import { plainProfile, type SenderProfile } from '../hl7/senderProfile.ts'
import type { ToldVisit } from '../hl7/toldEvent.ts'

/** The parts of one attendance at an invented hospital, to be changed in a test. */
export const head = 'MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|20260701120000||ADT^A04|7|P|2.4'
export const pid =
  'PID|1||9990000018^^^NHS^NH~77^^^FALLOW^PI||Otterly^Wren^Ivy^^Miss^^L||20200102|F|||1 Mill Lane^^Fallowmere^^ab12cd^GBR^H'
export const pv1 = 'PV1|1|E|ED^^^RZZ99||||||||||||||||V7^^^FALLOW'
export const evn = 'EVN|A04|20260701120100||||20260701115500'

export const bytes = (...segments: readonly string[]) => Buffer.from(`${segments.join('\r')}\r`)
export const read = (segments: readonly string[], profile: SenderProfile = plainProfile) =>
  readMessage(bytes(...segments), profile)

export function visit(segments: readonly string[], profile?: SenderProfile): ToldVisit {
  const reading = read(segments, profile)
  if (reading.kind !== 'told' || reading.event.kind !== 'visit') throw new Error(JSON.stringify(reading))
  return reading.event
}

export function doubts(segments: readonly string[], profile?: SenderProfile) {
  const reading = read(segments, profile)
  return reading.kind === 'told' ? reading.doubts.map(({ code }) => code) : []
}
