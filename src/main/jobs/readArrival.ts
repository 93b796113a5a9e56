import { readFhir, readHl7 } from '#modules/health'
import { readNotice } from '#modules/partners'
import type { MessageReader } from '#platform/messages'

/** What is made of a message, by the door that it came by. */
const readers: Readonly<Record<string, MessageReader>> = {
  mllp: readHl7,
  hl7_http: readHl7,
  fhir: readFhir,
  form: readNotice,
}

/** Reads a kept message by the reader of its door. @throws when no part of the service reads that door's */
export const readArrival: MessageReader = async (work, message) => {
  const read = readers[message.channel]
  if (read === undefined) throw new Error(`Nothing reads messages that came by ${message.channel}`)
  await read(work, message)
}
