import { sql } from 'kysely'
import type { Found, QualityRule, QualitySource } from '#modules/casework'
import type { Severity } from '../loading/childFinding.ts'
import { mendingPage } from './mendingPage.ts'

const mends: Readonly<Record<Severity, Pick<QualityRule, 'severity' | 'mend'>>> = {
  refused: {
    severity: 'error',
    mend: 'Record the right value, and correct it where the file came from',
  },
  doubted: { severity: 'error', mend: 'Check the value with the child’s team and correct it if it is wrong' },
  contradicted: {
    severity: 'query',
    mend: 'Find out which of the two is right; the record was left as it is',
  },
  information: { severity: 'information', mend: 'Explain it in the return, or correct it if it is wrong' },
}

const rule = (of: Pick<QualityRule, 'severity' | 'mend'>): QualityRule => ({
  ...of,
  rule: ({ detail }) => detail['rule'] ?? detail['element'] ?? '',
  basis: ({ detail }) =>
    detail['rule'] ? `Children in need census, rule ${detail['rule']}` : 'Children in need census',
  problem: ({ detail }) =>
    `${detail['element']}, line ${detail['line'] ?? '?'}: ${detail['problem']}${saidIn(detail)}`,
  href: mendingPage,
})

function saidIn({ raw }: Found['detail']): string {
  return raw ? ` (the file says "${raw.slice(0, 100)}")` : ''
}

/**
 * Unresolved findings of imports: of every child for the data-quality officer, who answers for the file; else of those whom the
 * reader answers for, a child at a time by index (offset 0 keeps it so).
 */
export const migrationQuality: QualitySource = {
  name: 'imports',
  title: 'Import findings',
  rules: {
    refused: rule(mends.refused),
    doubted: rule(mends.doubted),
    contradicted: rule(mends.contradicted),
    information: rule(mends.information),
  },
  find: async ({ actor }) => {
    const columns = sql`id, import_run_id, person_id, element, line, raw, severity, rule, problem`
    const rows =
      actor.class === 'data_quality'
        ? sql`(select ${columns} from import_finding where resolved_on is null and person_id is not null) one`
        : sql`child cross join lateral (select ${columns} from import_finding
            where import_finding.person_id = child.person_id and resolved_on is null offset 0) one`
    return sql`
      select one.severity as code, one.person_id, null::date as day, one.import_run_id as about,
        jsonb_build_object('element', one.element, 'line', one.line::text, 'raw', one.raw, 'rule', one.rule,
          'problem', one.problem, 'run', one.import_run_id, 'referral', latest.id) as detail, null::uuid as team_id
      from ${rows} left join lateral (select id from referral where referral.person_id = one.person_id
        order by closed_on is not null, received_on desc, id desc limit 1) latest on true`
  },
}
