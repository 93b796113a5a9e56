import type { FastifyInstance } from 'fastify'
import type { TestRecord } from '#test/record.ts'
import { makeCounty } from './county.ts'
import { everyVisitor, routeServer } from './routeServer.ts'
import type { County, Stage } from './shapes.ts'

/** The whole service over a county of its own, with everybody signed in. */
export async function setStage(record: TestRecord): Promise<Stage & { readonly server: FastifyInstance }> {
  const server = await routeServer(record)
  const county = await makeCounty(record)
  const visitors = await everyVisitor(server, county.staff)
  return { record, server, county, visitors, child: () => heldChild(record, county) }
}

async function heldChild(record: TestRecord, { staff }: County) {
  const { children } = await record.makers.family({ children: 1, adults: 0 })
  const [personId] = children
  if (personId === undefined) throw new Error('No child was made')
  await record.makers.allocation({ personId, teamId: staff.teams.north, workerId: staff.workers.holder })
  return personId
}
