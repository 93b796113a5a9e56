import type { FastifyInstance } from 'fastify'
import { readRoutes } from './readRoutes.ts'
import type { Asked, County } from './shapes.ts'
import { type StaffName, staffNames } from './staff.ts'
import { recordRoutes } from './tables.ts'

/** One address that one of the staff asks for. */
export type Case = Asked & { readonly route: string; readonly name: StaffName | 'nobody' }

const inThePast = (url: string, knownAt: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}known-at=${encodeURIComponent(knownAt)}`

/** Every address of every route, now and as it was known, for everybody or for those named. */
export function everyCase(
  server: FastifyInstance,
  county: County,
  knownAt: string,
  names: readonly Case['name'][] = [...staffNames, 'nobody'],
): readonly Case[] {
  return recordRoutes(server, 'GET').flatMap(({ url: route }) => {
    const asked = readRoutes[route]?.(county) ?? []
    const past = asked.map(one => ({
      ...one,
      url: inThePast(one.url, knownAt),
      ...(one.twin === undefined ? {} : { twin: inThePast(one.twin, knownAt) }),
    }))
    return [...asked, ...past].flatMap(one => names.map(name => ({ ...one, route, name })))
  })
}
