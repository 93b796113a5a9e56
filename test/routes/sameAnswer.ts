import type { LightMyRequestResponse } from 'fastify'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** All that a visitor is told, apart from the date, the keys of a form and the ids that they asked with. */
export function toldBy({ statusCode, headers, body }: LightMyRequestResponse): string {
  const { date: _date, 'x-request-id': _id, ...rest } = headers
  return `${statusCode}\n${JSON.stringify(rest)}\n${body}`.replaceAll(uuid, 'ID')
}

/** Where two answers part, for a message: the first unlike line of each. */
export function difference(one: string, other: string): string {
  const [first, second] = [one.split('\n'), other.split('\n')]
  const at = first.findIndex((line, place) => line !== second[place])
  return `line ${at}: ${first[at]?.slice(0, 300)} | ${second[at]?.slice(0, 300)}`
}
