import type { FastifyInstance } from 'fastify'
import type { TestRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs, type Visitor } from '#test/signIn.ts'
import { registerModules, serviceModules } from '../../src/main/modules.ts'
import { type Staff, type StaffName, staffNames } from './staff.ts'

const unlimited = { perAddress: 1e9, perSession: 1e9, signIn: 1e9 }

/** The whole service over a test's record, with no limit of requests. */
export function routeServer(record: TestRecord): Promise<FastifyInstance> {
  registerModules()
  return testServer(record.database, serviceModules, { limits: unlimited })
}

export type Visitors = Readonly<Record<StaffName, Visitor>>

/** Signs everyone in. */
export async function everyVisitor(server: FastifyInstance, { workers }: Staff): Promise<Visitors> {
  const signed: [StaffName, Visitor][] = []
  for (const name of staffNames) signed.push([name, await signInAs(server, workers[name])])
  return Object.fromEntries(signed) as unknown as Visitors // every name was signed in above
}
