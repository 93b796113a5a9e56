import { describe, expect, test } from 'vitest'
import { userClasses } from '#platform/db'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import * as small from './smallCounty.ts'
import { asClass, colleague, county, kai, lasting, live, me, mother, ria, sam, team } from './smallCounty.ts'
import { tableNamed, tables, tablesOfDataQuality } from './tables.ts'
import type { Row, World } from './world.ts'

const held = { personId: sam, teamId: team, workerId: me, ...live } as const
const leading = county({ allocations: [{ ...held, role: 'lead_social_worker' }] })
const breaking = county({ openings: [{ actorId: me, subjectId: sam, kind: 'break_glass', ...small.open }] })
const verbs = [mayRead, mayAdd, mayChange] as const
const answers = (world: typeof leading, row: Row) => verbs.map(may => may(world, me, row))
const all = [true, true, true]
const none = [false, false, false]

describe('directories', () => {
  test.each(userClasses)(
    'are read by class %s, and kept by administrators only, an import by nobody',
    kind => {
      for (const [table, its] of Object.entries(tables)) {
        if (its !== 'directory') continue
        const keeps = kind === 'administrator' && table !== 'import_run'
        expect(answers(asClass(county({}), { class: kind }), { table, personIds: [] })).toEqual([
          kind !== 'duty' || table !== 'import_run',
          keeps,
          keeps,
        ])
      }
    },
  )

  test('are still read by one who has left: sign-in is what stops them', () => {
    expect(mayRead(asClass(county({}), { leftAt: small.NOW }), me, { table: 'team', personIds: [] })).toBe(
      true,
    )
  })
})

describe('a new person, family or household', () => {
  test.each(userClasses)('as class %s', kind => {
    const enters = kind === 'practitioner' || kind === 'duty'
    for (const table of ['person', 'family', 'household']) {
      const row = { table, personIds: [sam] }
      expect(mayAdd(asClass(county({}), { class: kind }), me, row)).toBe(enters)
      expect(mayAdd(asClass(county({}), { class: kind, leftAt: small.NOW }), me, row)).toBe(false)
    }
  })

  test('once entered, is changed if a person by whoever may write their identity, if a group by nobody', () => {
    for (const table of ['person', 'family', 'household']) {
      expect(mayChange(county({}), me, { table, personIds: [sam] })).toBe(false)
      expect(mayChange(leading, me, { table, personIds: [sam] })).toBe(table === 'person')
    }
  })

  test('a family with nobody in it is readable by nobody', () => {
    expect(answers(asClass(county({}), { class: 'director' }), { table: 'family', personIds: [] })).toEqual(
      none,
    )
  })
})

describe('a person address', () => {
  const open = { table: 'person_address', personIds: [sam], isConfidential: false }
  const secret = { ...open, isConfidential: true }

  test('that is confidential takes C3 to see and to change, A2 to add', () => {
    expect(answers(leading, secret)).toEqual(all)
    expect(answers(breaking, secret)).toEqual([false, true, false])
    expect(answers(breaking, open)).toEqual(all)
  })

  test('that is confidential is seen neither by a director nor by duty on shift', () => {
    const onShift = asClass(county({ shifts: [{ workerId: me, ...lasting }] }), { class: 'duty' })
    for (const world of [onShift, asClass(county({}), { class: 'director' })]) {
      expect(answers(world, open)).toEqual([true, false, false])
      expect(answers(world, secret)).toEqual(none)
    }
  })

  test('of another table is not hidden by the word', () => {
    expect(mayRead(breaking, me, { ...secret, table: 'alert' })).toBe(true)
  })
})

describe('a relationship', () => {
  test('is read by those who see both, written by those of them who may write the first', () => {
    const one = county({
      involvements: [{ personId: kai, workerId: me, ...live }],
      allocations: leading.allocations,
    })
    expect(answers(one, { table: 'relationship', personIds: [sam, kai] })).toEqual(all)
    expect(answers(one, { table: 'relationship', personIds: [kai, sam] })).toEqual([true, false, false])
    expect(answers(leading, { table: 'relationship', personIds: [sam, kai] })).toEqual(none)
  })
})

/** Written with a visit by whoever may write it, and theirs to read from then on. */
const byVisit = ['note_person', 'task']

/** About somebody besides, without whom there is no such row. */
const ofOthersToo = ['relationship_quality', 'adult_relationship_quality', 'pregnancy_end', 'twin_likeness']

/** Judgements of a day, and what was written down at night. */
const neverChanged = [
  'missing_entry',
  'harm_assessment',
  'cp_category',
  'core_group_record',
  'case_direction',
]

describe('the statutory record in summary', () => {
  test.each(
    Object.entries(tables).filter(
      ([table, its]) => !ofOthersToo.includes(table) && (its === 'B1' || its === 'B2' || its === 'B2S'),
    ),
  )('%s', (table, its) => {
    const row = { table, personIds: [sam], authorId: me, isNamed: true }
    const helping = county({ allocations: [{ ...held, role: 'lead_practitioner' }] })
    const stands = [
      'note_person',
      'document_person',
      'letter_person',
      'immediate_action',
      'body_map_mark',
      ...neverChanged,
    ].includes(table)
    const [reads, adds] = [its !== 'B2' || byVisit.includes(table), its === 'B1' || byVisit.includes(table)]
    const changes = its === 'B1' || ['cin_plan', 'task'].includes(table)
    expect(answers(helping, row)).toEqual([reads, adds, changes])
    expect(answers(leading, row)).toEqual([true, true, !stands])
  })
})

describe('a note', () => {
  const about = (...personIds: Row['personIds']): Row => ({ table: 'note', personIds, authorId: me })
  const theirs = (...personIds: Row['personIds']): Row => ({ ...about(...personIds), authorId: colleague })

  test('is read by its author for good, by others with B2 of one of its people', () => {
    expect(mayRead(county({}), me, about(kai))).toBe(true)
    expect(mayRead(leading, me, theirs(kai, sam))).toBe(true)
    expect(mayRead(leading, me, theirs(kai, mother))).toBe(false)
  })

  test('is added in one’s own name, with B2 of all its people', () => {
    expect(mayAdd(leading, me, about(sam, ria))).toBe(true)
    expect(mayAdd(leading, me, about(sam, mother))).toBe(false)
    expect(mayAdd(leading, me, theirs(sam))).toBe(false)
  })

  test('is never changed, nor are its people', () => {
    expect(mayChange(leading, me, about(sam))).toBe(false)
    expect(mayChange(leading, me, { ...about(sam), table: 'note_person' })).toBe(false)
  })

  test('gets nobody whom it does not name', () => {
    expect(mayAdd(leading, me, { ...about(sam), table: 'note_person', isNamed: false })).toBe(false)
  })

  test('gets the people whom it names from its author only', () => {
    const named = { table: 'note_person', isNamed: true }
    expect(mayAdd(leading, me, { ...about(sam), ...named })).toBe(true)
    expect(mayAdd(leading, me, { ...theirs(sam), ...named })).toBe(false)
  })

  test('is hidden from an administrator and one who has left, though they wrote it', () => {
    expect(mayRead(asClass(county({}), { class: 'administrator' }), me, about(sam))).toBe(false)
    expect(mayRead(asClass(county({}), { leftAt: small.NOW }), me, about(sam))).toBe(false)
  })

  test('is read by a director who wrote it, with what it says of each child', () => {
    const directs = asClass(county({}), { class: 'director' })
    const said = { table: 'note_person', personIds: [kai], notePersonIds: [kai, sam], isNamed: true }
    expect(mayRead(directs, me, about(kai, sam))).toBe(true)
    expect(answers(directs, { ...said, authorId: me })).toEqual([true, false, false])
    expect(answers(directs, { ...said, authorId: colleague })).toEqual(none)
    const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
    expect(answers({ ...directs, restrictions }, { ...said, authorId: me })).toEqual(none)
  })

  test('is not added by a director, though they hold the child', () => {
    expect(mayAdd(asClass(leading, { class: 'director' }), me, about(sam))).toBe(false)
  })
})

test('data quality reads what returns need of the whole authority and writes nothing', () => {
  const world = asClass(leading, { class: 'data_quality' })
  for (const [table, its] of Object.entries(tables)) {
    if (its === 'directory' || its === 'contact' || its === 'workforce') continue
    const needed = tablesOfDataQuality.some(one => one === table)
    expect(answers(world, { table, personIds: [kai], authorId: me })).toEqual([needed, false, false])
  }
})

test('data quality reads nothing as known at a past moment, and everybody else what they read now', () => {
  const past = { ...leading, isPast: true }
  for (const table of Object.keys(tables)) {
    if (['contact', 'visit', 'partner'].includes(tables[tableNamed(table)])) continue
    if (table === 'protection_message') continue // nobody reads what it says
    const row = { table, personIds: [sam], authorId: me }
    expect(mayRead(asClass(past, { class: 'data_quality' }), me, row)).toBe(false)
    expect(mayRead(past, me, row)).toBe(mayRead(leading, me, row))
  }
})

test('the plan of a child in need is changed by whoever writes the plan, and ended by a manager of the case', () => {
  const plan = { table: 'cin_plan', personIds: [sam] }
  const helping = { ...held, role: 'lead_practitioner' } as const
  const manages = { workerId: me, teamId: team, areaId: null, role: 'team_manager', ...live }
  const may = (world: World) => [mayAdd, mayChange, mayDecide].map(one => one(world, me, plan))
  expect(may(county({ allocations: [helping] }))).toEqual([false, true, false])
  expect(may(leading)).toEqual([true, true, false])
  expect(may(breaking)).toEqual([true, true, false])
  expect(may(county({ allocations: [{ ...helping, workerId: colleague }], posts: [manages] }))).toEqual(all)
  expect(may(county({ involvements: [{ personId: sam, workerId: me, ...live }] }))).toEqual(none)
})

test('what is asked about a plan is read by a director who leads the plan, and what is asked about the record is not', () => {
  const helping = { ...held, role: 'lead_practitioner' } as const
  const directs = asClass(county({ allocations: [helping] }), { class: 'director' })
  const asked = { table: 'approval', personIds: [sam], authorId: colleague, isOfPlan: true }
  expect(answers(directs, asked)).toEqual([true, false, false])
  expect(answers(directs, { ...asked, isOfPlan: false })).toEqual(none)
  const restrictions = [{ subjectId: sam, members: [colleague], ...lasting }]
  expect(answers({ ...directs, restrictions }, asked)).toEqual(none)
})

test('a director reads identity of everyone and no more', () => {
  expect(small.seen(asClass(county({}), { class: 'director' }), kai)).toBe('A2')
})

test('a table or a worker unknown to the oracle is an error, not an answer', () => {
  expect(() => mayRead(county({}), me, { table: 'diary', personIds: [sam] })).toThrow(/diary.*tables\.ts/)
  expect(() => mayRead(county({}), kai, { table: 'note', personIds: [sam] })).toThrow(/No worker/)
})
