import { z } from 'zod'
import { notFound, type Reply, route, type ServiceModule, type Visit } from '../../http/index.ts'
import { deadJobs, retryJob } from '../deadJobs.ts'
import { deadJobsPage } from './deadJobsPage.ts'

const sentJob = z.object({ job: z.string().regex(/^\d{1,18}$/) })

async function show({ work, form }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  return {
    kind: 'page',
    title: 'Jobs that gave up',
    current: '/administration',
    content: deadJobsPage(await deadJobs(work), form),
    back: '/administration',
    shown: 'nothing',
  }
}

async function retry({ work, sent }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const parsed = sentJob.safeParse(sent)
  const id = parsed.success ? Number(parsed.data.job) : null
  const job = (await deadJobs(work)).find(one => Number(one.id) === id)
  if (job === undefined) return notFound
  await retryJob(work, job)
  return { kind: 'redirect', location: '/administration/jobs', success: 'The job will be tried again' }
}

const common = { url: '/administration/jobs', admits: ['administrator'], purpose: 'administration' } as const

/** Dead letters, for the administrator. */
export const jobsModule: ServiceModule = {
  name: 'jobs',
  routes: [
    route({ ...common, method: 'GET', summary: 'Jobs that failed for good', handle: show }),
    route({ ...common, method: 'POST', summary: 'Try a failed job again', handle: retry }),
  ],
}
