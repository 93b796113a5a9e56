import { describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { routeVisit } from './routing.ts'
import type { ChildFacts, NursingArea, RoutingInputs } from './routingInputs.ts'
import { routingVersionOn } from './routingVersions.ts'

const id = (n: number): Uuid => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Uuid
const [visiting, school, liaison, frontDoor, council, caseTeam, worker, other] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  id,
) as [Uuid, Uuid, Uuid, Uuid, Uuid, Uuid, Uuid, Uuid]
const day = Temporal.PlainDate.from('2026-11-20')
const area = (
  serves: NursingArea['serves'],
  byWhat: NursingArea['byWhat'],
  value: string,
  teamId: Uuid,
): NursingArea => ({
  teamId,
  serves,
  byWhat,
  value,
})
const facts: ChildFacts = {
  isRestricted: false,
  named: [],
  contacts: [],
  schools: [],
  placement: null,
  home: null,
  isOnPlan: false,
  holders: [],
}
const base: RoutingInputs = {
  day,
  birth: Temporal.PlainDate.from('2024-05-02'),
  practice: null,
  school: null,
  postcode: 'NM1 2AB',
  isSensitive: false,
  hasConcern: false,
  facts: null,
  visitsInYear: 1,
  areas: [
    area('health_visiting', 'council', 'ALL', visiting),
    area('school_nursing', 'council', 'ALL', school),
  ],
  councils: [],
  frontDoorId: frontDoor,
  liaisonId: liaison,
}
const told = (inputs: Partial<RoutingInputs>) => {
  const { recipients, questions } = routeVisit({ ...base, ...inputs }, routingVersionOn(day))
  return {
    to: recipients.map(({ kind, why }) => `${kind}: ${why}`),
    teams: recipients.map(({ teamId }) => teamId),
    questions,
  }
}
const born = (text: string) => ({ birth: Temporal.PlainDate.from(text) })

describe('which nurse', () => {
  test.each([
    ['a child of two', '2024-05-02', ['health_visitor: council']],
    [
      'the day before the fifth birthday, when reception began a year ago',
      '2021-11-21',
      ['health_visitor: council', 'school_nurse: council'],
    ],
    ['five, who began school last autumn', '2021-07-01', ['school_nurse: council']],
    [
      'four on 31 August: the term of the handover',
      '2022-08-31',
      ['health_visitor: council', 'school_nurse: council'],
    ],
    ['four a day later: another year at home', '2022-09-01', ['health_visitor: council']],
    ['seventeen', '2009-01-01', ['school_nurse: council']],
    ['eighteen and on no roll', '2008-11-20', []],
  ])('%s', (_, birth, to) => expect(told(born(birth)).to).toEqual(to))

  test('a roll beats age: a child of two in a nursery class has the school nurse', () =>
    expect(told({ school: 'URN 1' }).to).toEqual(['school_nurse: council']))
  test('eighteen and still on a roll has the school nurse', () =>
    expect(told({ ...born('2008-11-20'), school: 'URN 1' }).to).toEqual(['school_nurse: council']))
})

describe('which team', () => {
  const areas = [
    ...base.areas,
    area('health_visiting', 'gp_practice', 'Y01', id(21)),
    area('health_visiting', 'postcode', 'NM1', id(22)),
    area('health_visiting', 'postcode', 'NM12', id(23)),
  ]
  test('whoever works with the child comes before every table', () =>
    expect(
      told({
        areas,
        practice: 'Y01',
        facts: { ...facts, contacts: [{ role: 'health_visitor', teamId: id(20) }] },
      }).teams,
    ).toEqual([id(20)]))
  test('then the practice', () => expect(told({ areas, practice: 'y01' }).teams).toEqual([id(21)]))
  test('then the longest beginning of the postcode', () => expect(told({ areas }).teams).toEqual([id(23)]))
  test('of a looked-after child the placement, not the home that was told', () =>
    expect(told({ areas, facts: { ...facts, placement: 'NM19XX' } })).toMatchObject({
      teams: [id(22)],
      to: ['health_visitor: placement'],
    }))
  test('no team at all asks liaison, and never says nothing', () =>
    expect(told({ areas: [] })).toMatchObject({ to: ['liaison: unknown'], questions: ['no_team'] }))
})

describe('who besides', () => {
  const open = { ...facts, holders: [{ workerId: worker, teamId: caseTeam }] }
  test('the worker and duty of an open case are added, and the nurse stays', () =>
    expect(told({ facts: open }).to).toEqual([
      'health_visitor: council',
      'named_worker: holds_case',
      'team_duty: holds_case',
    ]))
  test('the third visit within twelve months tells the front door', () => {
    expect(told({ visitsInYear: 2 }).to).toEqual(['health_visitor: council'])
    expect(told({ visitsInYear: 3 }).to).toEqual(['health_visitor: council', 'front_door: often'])
  })
  test('a concern of the hospital’s tells the front door at the first visit, once', () => {
    expect(told({ hasConcern: true }).to).toEqual(['health_visitor: council', 'front_door: concern'])
    expect(told({ hasConcern: true, visitsInYear: 3 }).to).toEqual([
      'health_visitor: council',
      'front_door: concern',
    ])
    expect(told({ hasConcern: true, ...born('1990-01-01') }).to).toEqual([])
  })
  test('a child of another council is sent on there, and liaison sees to it', () => {
    const councils = [{ id: council, postcodes: ['ZZ9'] }]
    expect(told({ postcode: 'ZZ9 1AA', councils })).toMatchObject({
      to: ['out_of_area: lives_elsewhere', 'liaison: lives_elsewhere'],
      questions: ['lives_elsewhere'],
    })
  })
  test.each([
    ['lives here', {}, 'ours', 'ours'],
    ['lives elsewhere', { postcode: 'ZZ9 1AA' }, council, council],
    ['was placed elsewhere by this council', { facts: { ...facts, placement: 'ZZ91AA' } }, council, 'ours'],
    [
      'moved away while this council works with them',
      { postcode: 'ZZ9 1AA', facts: { ...facts, holders: [{ workerId: worker, teamId: caseTeam }] } },
      council,
      'ours',
    ],
    ['is without an address', { postcode: null }, 'unknown', 'unknown'],
  ])('keeps where a child lives and who is responsible: one who %s', (_, more, resident, responsible) => {
    const inputs = { ...base, councils: [{ id: council, postcodes: ['ZZ9'] }], ...more }
    expect(routeVisit(inputs, routingVersionOn(day)).councils).toEqual({ resident, responsible })
  })
  test('an unknown age or address asks liaison', () => {
    expect(told({ birth: null })).toMatchObject({ to: ['liaison: unknown'], questions: ['age_unknown'] })
    expect(told({ postcode: null })).toMatchObject({
      to: ['health_visitor: council', 'liaison: unknown'],
      questions: ['council_unknown'],
    })
  })
  test('a sensitive visit goes to liaison, who tells the nurse by hand', () =>
    expect(told({ isSensitive: true })).toMatchObject({ to: ['liaison: unknown'], questions: ['sensitive'] }))
  test('of a restricted child the named list is told, and no holder who is not on it', () =>
    expect(told({ facts: { ...open, isRestricted: true, named: [other] } })).toMatchObject({
      to: ['named_worker: named_list', 'liaison: unknown'],
      questions: ['sensitive'],
    }))
})
