import { addWorkingDays } from '#reference'
import type { Child, Family } from '../families/family.ts'
import type { Course, CourseKind, Enquiry } from '../practice/course.ts'
import { planProtection } from '../practice/planProtection.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'

/** An episode told by hand. Every number is days before the demo's today; negative ones lie ahead. */
export type Outline = {
  readonly kind: CourseKind
  readonly children?: readonly Child[]
  readonly received: number
  readonly source: string
  readonly need: string
  readonly authorised?: number
  readonly enquiry?: {
    readonly started: number
    readonly outcome: number
    readonly conference?: number
    readonly result?: Enquiry['outcome']
  }
  readonly protection?: { readonly ended: number; readonly category: string; readonly previous?: number }
  readonly plan?: { readonly started: number; readonly ended: number }
  readonly closed: number
  readonly closureReason?: string
}

/** @returns the episode with its dates; core groups and reviews are thrown as for any other family */
export function outlined(teller: Teller, family: Family, outline: Outline): Course {
  const day = (days: number) => ago(teller, days)
  const receivedOn = day(outline.received)
  const decidedOn = addWorkingDays(receivedOn, 1)
  const { enquiry, protection, plan, authorised } = outline
  const conferenceOn = enquiry?.conference === undefined ? null : day(enquiry.conference)
  return {
    kind: outline.kind,
    children: outline.children ?? family.children,
    receivedOn,
    decidedOn,
    source: outline.source,
    need: outline.need,
    assessment:
      authorised === undefined
        ? null
        : { startedOn: addWorkingDays(decidedOn, 1), authorisedOn: day(authorised) },
    enquiry: enquiry
      ? {
          startedOn: day(enquiry.started),
          outcomeOn: day(enquiry.outcome),
          outcome: enquiry.result ?? 'continuing_risk',
          conferenceOn,
        }
      : null,
    protection:
      protection && conferenceOn
        ? {
            ...planProtection(teller.dice, {
              family,
              startedOn: conferenceOn,
              days: conferenceOn.until(day(protection.ended), { largestUnit: 'day' }).days,
              previousPlans: 0,
            }),
            category: protection.category,
            latestCategory: protection.category,
            previousPlans: protection.previous ?? 0,
          }
        : null,
    plan: plan ? { startedOn: day(plan.started), endedOn: day(plan.ended) } : null,
    careFrom: null,
    closedOn: day(outline.closed),
    closureReason: outline.closureReason ?? 'RC7',
  }
}
