import { z } from 'zod'
import { personParams, recordReaders, recordWriters, ticksOf, uuidParam } from '#modules/casework'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { endWall, makeWall } from '../commands/walls.ts'
import { writesSafety } from '../queries/walls.ts'
import { sentText } from './frame.ts'
import { openWalls, wallPage } from './wallPage.ts'

const wallParams = z.object({ personId: uuidParam, wallId: uuidParam })

const common = { purpose: 'casework' } as const

const show = route({
  ...common,
  method: 'GET',
  url: '/people/:personId/walls',
  admits: recordReaders,
  summary: 'Walls around a person, for whoever may know of them',
  params: personParams,
  async handle({ work, params: { personId }, form }): Promise<Reply> {
    const opened = await openWalls(work, personId)
    return opened === null ? notFound : wallPage(work, personId, opened, form, {}, fieldErrors([]))
  },
})

const raise = route({
  ...common,
  method: 'POST',
  url: '/people/:personId/walls',
  admits: recordWriters,
  summary: 'Raises a wall before one person around others',
  params: personParams,
  async handle({ work, params: { personId }, sent, form }): Promise<Reply> {
    const opened = await openWalls(work, personId)
    if (!opened?.mayRaise) return notFound
    const from = opened.family.find(({ id }) => id === sentText(sent, 'before'))
    const around = opened.family.map(({ id }) => id).filter(id => ticksOf(sent, 'around').includes(id))
    const reason = sentText(sent, 'reason')
    const issues = [
      ...(from === undefined ? [{ path: ['before'], message: 'Select who must not find the others' }] : []),
      ...(around.length === 0 ? [{ path: ['around'], message: 'Select whom it protects' }] : []),
      ...(from && around.includes(from.id)
        ? [{ path: ['around'], message: 'A wall does not protect the person whom it keeps out' }]
        : []),
      ...(reason.length < 10 ? [{ path: ['reason'], message: 'Enter why, in ten characters or more' }] : []),
      ...(around.length > 0 && !(await writesSafety(work, around))
        ? [
            {
              path: ['around'],
              message:
                'You do not write the safety data of everybody selected: select others, or ask their worker',
            },
          ]
        : []),
    ]
    if (from === undefined || issues.length > 0)
      return wallPage(work, personId, opened, form, sent, fieldErrors(issues, ['before', 'around', 'reason']))
    await makeWall(work, from.id, around, reason)
    return { kind: 'redirect', location: `/people/${personId}/walls`, success: 'The wall stands' }
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: '/people/:personId/walls/:wallId/end',
  admits: recordWriters,
  summary: 'Ends a wall',
  params: wallParams,
  async handle({ work, params: { personId, wallId }, sent, form }): Promise<Reply> {
    const opened = await openWalls(work, personId)
    const wall = opened?.walls.find(({ id }) => id === wallId)
    if (opened === null || wall === undefined) return notFound
    const reason = sentText(sent, 'reason')
    const refused = (message: string) =>
      wallPage(
        work,
        personId,
        opened,
        form,
        {},
        fieldErrors([{ path: [`end-${wallId}`], message }], [`end-${wallId}`]),
      )
    if (reason.length < 10) return refused('Enter why it is safe to end it, in ten characters or more')
    if (!(await endWall(work, wall, reason)))
      return refused('It is ended by a manager of everybody whom it protects, who did not raise it')
    return { kind: 'redirect', location: `/people/${personId}/walls`, success: 'The wall was ended' }
  },
})

export const wallRoutes: readonly Route[] = [show, raise, end]
