import { z } from 'zod'
import { notFound, type Reply, route } from '#platform/http'
import { clockRuns } from '../../clocks/clockRuns.ts'
import { storedClock } from '../../clocks/storedClocks.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { recordReaders, uuidParam } from '../frame/recordParams.ts'
import { clockPage } from './page.ts'

export const clockRoute = route({
  method: 'GET',
  url: '/clocks/:clockId',
  admits: recordReaders,
  summary: 'Why a date is due: trigger, rule, source and how it was counted',
  purpose: 'casework',
  params: z.object({ clockId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    const clock = await storedClock(work, params.clockId)
    const frame = clock && (await recordFrame(work, clock.personId, null))
    if (!clock || !frame) return notFound
    return {
      kind: 'page',
      title: 'Why this date is due',
      before: frame.before,
      content: clockPage(clock, await clockRuns(work, clock), work.today),
      shown: { resource: 'clock', subjectIds: [clock.personId] },
    }
  },
})
