import { z } from 'zod'
import { approvalsOf, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { namesIn } from '../../approval/assessmentApproval.ts'
import { readJoint } from '../../queries/readJoint.ts'
import { versionAt } from '../../queries/versionAt.ts'
import { jointParams, jointPath } from '../frame/openJoint.ts'
import { type Moment, versionsPage } from './page.ts'

const query = z.object({
  from: z.string().max(40).catch('').default(''),
  to: z.string().max(40).catch('').default(''),
})

/** Any two moments at which an assessment was handed in, or now, side by side, word by word. */
export const versionsRoute = route({
  method: 'GET',
  url: '/assessments/:jointId/versions',
  admits: recordReaders,
  summary: 'Two versions of an assessment side by side',
  purpose: 'casework',
  params: jointParams,
  query,
  async handle({ work, params: { jointId }, query: asked }): Promise<Reply> {
    const joint = await readJoint(work, jointId)
    if (joint === null) return notFound
    const people = await namesIn(work, joint)
    const handedIn = (await approvalsOf(work, jointId)).filter(({ kind }) => kind === 'assessment')
    const moments: readonly Moment[] = [
      { key: 'now', at: work.now },
      ...handedIn.map(({ id, submittedAt }) => ({ key: id, at: submittedAt })),
    ]
    const chosen = (key: string, otherwise: number): Moment | undefined =>
      moments.find(one => one.key === key) ?? moments[Math.min(otherwise, moments.length - 1)]
    const [from, to] = [chosen(asked.from, 1), chosen(asked.to, 0)]
    const texts = async (moment: Moment | undefined) =>
      moment === undefined ? [] : await versionAt(work, joint, moment.at, people)
    const before = await texts(from)
    const after = await texts(to)
    return {
      kind: 'page',
      title: 'Compare versions',
      back: jointPath(jointId),
      isWide: true,
      content: versionsPage({ jointId, moments, from, to, before, after }),
      shown: { resource: 'assessment', subjectIds: [...people.keys()] },
    }
  },
})
