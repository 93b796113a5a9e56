// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { EndlessColumn, Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface AccessTables {
  'access.conflict': {
    id: Generated<Uuid>
    actor_id: Uuid
    subject_id: Uuid
    kind: 'own_family' | 'friend_or_neighbour' | 'own_child_at_school' | 'other'
    remark: string | null
    declared_by: Uuid
    starts_at: Generated<InstantColumn>
    ends_at: Generated<InstantColumn>
    ended_by: Uuid | null
  }
  'access.entry': {
    actor_id: Uuid
    subject_id: Uuid
    data_class: 'A2' | 'B1' | 'B2' | 'B2S' | 'C1' | 'C3'
    may_write: boolean
    starts_at: EndlessColumn
    ends_at: EndlessColumn
    reason:
      | 'allocation'
      | 'sibling'
      | 'family'
      | 'team'
      | 'area'
      | 'duty_queue'
      | 'involvement'
      | 'opened_with_reason'
      | 'named_list'
      | 'created'
      | 'contact'
      | 'transfer'
      | 'meeting'
      | 'strand'
    source_id: Uuid
  }
  'access.opening': {
    id: Generated<Uuid>
    actor_id: Uuid
    subject_id: Uuid
    kind: 'break_glass' | 'duty' | 'director' | 'reference'
    reason_code: string
    reason: string
    opened_at: Generated<InstantColumn>
    ends_at: InstantColumn
    reference_id: Uuid | null
  }
  'access.opening_review': {
    id: Generated<Uuid>
    opening_id: Uuid
    outcome: 'justified' | 'justified_with_advice' | 'not_justified'
    remark: string
    reviewed_by: Uuid
    reviewed_at: Generated<InstantColumn>
  }
  'access.reference': {
    id: Generated<Uuid>
    token_hash: Buffer
    subject_id: Uuid
    given_to: Uuid
    given_by: Uuid
    given_at: Generated<InstantColumn>
    ends_at: InstantColumn
    used_at: InstantColumn | null
  }
  'access.restricted_match': {
    id: Generated<Uuid>
    subject_id: Uuid
    actor_id: Uuid | null
    at: Generated<InstantColumn>
    how: 'search' | 'import' | 'new_person'
  }
  'access.restriction': {
    id: Generated<Uuid>
    subject_id: Uuid
    reason: 'staff_family' | 'public_figure' | 'protected_witness' | 'other'
    note: string | null
    starts_at: Generated<EndlessColumn>
    ends_at: Generated<EndlessColumn>
    made_by: Uuid | null
    recorded_from: InstantColumn
    recorded_by: Uuid | null
  }
  'access.restriction_member': {
    restriction_id: Uuid
    actor_id: Uuid
    added_at: Generated<InstantColumn>
    added_by: Uuid | null
    recorded_from: InstantColumn
    recorded_by: Uuid | null
  }
  'access.restriction_member_past': {
    restriction_id: Uuid
    actor_id: Uuid
    added_at: InstantColumn
    added_by: Uuid | null
    recorded_from: InstantColumn
    recorded_by: Uuid | null
    recorded_to: InstantColumn
  }
  'access.restriction_past': {
    id: Uuid
    subject_id: Uuid
    reason: string
    note: string | null
    starts_at: EndlessColumn
    ends_at: EndlessColumn
    made_by: Uuid | null
    recorded_from: InstantColumn
    recorded_by: Uuid | null
    recorded_to: InstantColumn
  }
  'access.wall': {
    id: Generated<Uuid>
    from_id: Uuid
    protected_ids: Uuid[]
    reason: string
    made_by: Uuid
    starts_at: Generated<InstantColumn>
    ends_at: Generated<InstantColumn>
    ended_by: Uuid | null
    end_reason: string | null
  }
}
