import { z } from 'zod'
import { remembering } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { readers, workforcePage } from '../../frame/index.ts'
import { readRecruitment } from '../../recruitment/queries/readRecruitment.ts'
import { mayKeep } from '../../row-form/index.ts'
import { readPlaces } from '../queries/readPlaces.ts'
import { readStaff } from '../queries/readStaff.ts'
import { effectOf } from '../rules/effect.ts'
import { isDuring, standingOn } from '../rules/vacancy.ts'
import { withoutPlace } from './filling.ts'
import { placePage } from './placePage.ts'

/** `/workforce/posts/:place`: one place of the establishment. */
export const placeRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/posts/:place',
  params: z.object({ place: z.string().max(40) }),
  summary: 'A post of the establishment: how it stands, who has filled it, and recruitment to it',
  async handle({ work: given, params }): Promise<Reply> {
    const work = remembering(given)
    const place = (await readPlaces(work)).find(({ id }) => id === params.place)
    if (place === undefined) return notFound
    const staff = (await readStaff(work)).filter(one => isDuring(one, work.today))
    const keeps = await mayKeep(work)
    const fills = keeps && work.actor.class === 'administrator'
    return workforcePage(work, {
      tab: '/workforce/posts',
      title: place.title,
      back: '/workforce/posts',
      content: placePage({
        place,
        effect: effectOf(place, standingOn(place, work.today), staff),
        recruitment: (await readRecruitment(work)).filter(one => one.place.id === place.id),
        on: work.today,
        keeps,
        fills,
        others: fills ? await withoutPlace(work, place) : [],
      }),
    })
  },
})
