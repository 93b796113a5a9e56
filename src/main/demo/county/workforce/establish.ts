import type { Uuid } from '#platform/ids'
import { at } from '../../chronicle/moments.ts'
import type { Fact } from '../../chronicle/tables.ts'
import type { Worker } from '../county.ts'
import type { Office } from '../office.ts'
import { agreedOn, rolloutCalendar, waveOf } from './calendar.ts'
import type { Place } from './place.ts'

/** A team of the roll-out and where it stands. */
export type RolledTeam = {
  readonly id: Uuid
  readonly areaIndex: number
  readonly number: number
  /** The places of it that nobody fills yet, with the days on which they were agreed. */
  readonly vacant: Map<string, Place[]>
  /** Nobody while another team's manager leads it too. */
  readonly manager: Worker | null
  /** Social workers who have started. */
  readonly workers: Worker[]
}

type Wanted = {
  readonly title: string
  readonly discipline: Fact<'established_post'>['discipline']
  readonly profession?: string
  readonly fte?: number
  /** Paid from the grant, not from the authority's own budget. */
  readonly isGranted?: boolean
}

/** Tells of the places of one safeguarding team, agreed with its wave. */
export type Establish = (wanted: Wanted) => Place

/** @param office with dice of its own, so that nobody else's chances change */
export function establishIn(
  office: Pick<Office, 'teller' | 'establishment'>,
  team: { readonly id: Uuid; readonly areaIndex: number; readonly number: number },
): Establish {
  const { chronicle, today } = office.teller
  const { dice, grantId } = office.establishment
  const wave = rolloutCalendar(today).waves[waveOf(team.areaIndex, team.number) - 1]
  const openedOn = agreedOn(wave?.plannedOn ?? today, today)
  return ({ title, discipline, profession, fte = 1, isGranted = false }) => {
    const id = dice.id()
    chronicle.tell('established_post', at(openedOn, '09:00'), {
      id,
      team_id: team.id,
      title,
      discipline,
      profession_type: profession ?? null,
      fte,
      funding_stream_id: isGranted ? grantId : null,
      opened_on: openedOn,
    })
    return { id, openedOn }
  }
}

/** What mental health posts are sought as, in turn. */
export const mentalHealthTypes = [
  'Psychiatric nurse',
  'Junior psychologist',
  'Psychological social worker',
  'Psychological occupational therapist',
] as const
