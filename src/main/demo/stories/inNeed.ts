import type { County, Worker } from '../county/county.ts'
import type { Course } from '../practice/course.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Telling } from '../practice/telling.ts'
import type { Teller } from '../teller.ts'
import { type Outline, outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam } from './story.ts'

export type InNeed = {
  readonly familyName: string
  readonly street: string
  readonly given: readonly {
    readonly name: string
    readonly sex: 'M' | 'F'
    readonly years: number
    readonly school?: 'primary' | 'secondary'
  }[]
  readonly areaIndex?: number
  readonly plan: number
  readonly more?: Partial<Outline>
}

/** A mother and her children, with a plan that has run for so many days. */
export function inNeed(
  teller: Teller,
  county: County,
  story: InNeed,
): { readonly course: Course; tell(course: Course, team?: Telling['team'], lead?: Worker): Telling } {
  const { plan, familyName } = story
  const family = castFamily(teller, county, {
    familyName,
    known: ago(teller, plan + 62),
    troubles: ['mental_health'],
    ...(story.areaIndex === undefined ? {} : { areaIndex: story.areaIndex }),
    home: { label: 'Family home', lines: `${plan % 90} ${story.street}\nAldermere`, postcode: 'ZZ99 6PW' },
    children: story.given.map(({ name, sex, years, school = 'primary' }) => ({
      given: name,
      sex,
      born: aged(teller, years, 4),
      school,
    })),
    adults: [{ given: 'Leonie', sex: 'F', born: aged(teller, 33), part: 'mother', atHome: true }],
  })
  const course = outlined(teller, family, {
    kind: 'inNeed',
    received: plan + 60,
    source: '2A',
    need: 'N4',
    authorised: plan + 6,
    plan: { started: plan, ended: -150 },
    closed: -160,
    ...story.more,
  })
  return {
    course,
    tell: (told, team = firstTeam(county), lead = undefined) =>
      tellEpisode(teller, county, family, told, { busyness: 1, team, ...(lead ? { lead } : {}) }),
  }
}
