/** SECURITY DEFINER functions: each reads or writes past its caller's rights, so each stands here with its reason. */
export const definers: Readonly<Record<string, string>> = {
  'platform.actor_as(text)': 'checks the signature of the context with the key that nobody else may read',
  'platform.made_by_demo()': 'tells whether the demo made this database, from the row that holds the key',
  'platform.authority_name()': 'the name of the authority for prints, from the row that holds the key',
  'platform.take_tick()': 'notes the clock for known-at answers; answers an instant only',
  'platform.has_settled(timestamp with time zone)': 'tells whether an instant has settled; answers yes or no',
  'access.sealed_from_me()':
    'ids of restricted people whose list leaves the caller out, for policies to leave out',
  'access.refresh(uuid[])': 'derives access rows from facts; called by triggers',
  'access.facts_changed()': 'trigger that calls access.refresh for the people a change affects',
  'access.refresh_all()': 'derives every access row after a bulk load',
  'access.differences()': 'counts access rows that differ from the rule; answers a number',
  'access.open_with_reason(uuid,text,text,text)':
    'opens a record with a reason: checks class, shift, rate and restriction; answers when it closes',
  'access.may_give_reference(uuid)':
    'tells a member of the named list or a duty manager that they may; answers yes or no',
  'access.give_reference(uuid,uuid,bytea)':
    'gives one worker a reference to a restricted record; keeps its hash',
  'access.use_reference(bytea,text)':
    'opens the restricted record of a reference once, for the worker it was given to',
  'access.restrict_person(uuid,text,text,timestamp with time zone)':
    'makes a restriction for a director, changes one for its list',
  'access.change_list(uuid,uuid,boolean)': 'changes a named list for its own members',
  'access.wrote_of(uuid,uuid,text,uuid)': 'whether the caller wrote that note of that person, for policies',
  'access.restriction_of(uuid)': 'a restriction with its list, for its own members',
  'access.tell_list(uuid[],text)':
    'notes that a restricted record was matched, for its list; answers nothing',
  'access.meet_in_import(uuid[])': 'tells the lists of restricted people met by an import; answers nothing',
  'access.refresh_imported(uuid[])':
    'brings access in line for children an import holds back; the importer alone, and only while access is deferred',
  'access.writes_as(uuid,text,text[])':
    'whether the caller may write of a person for one of these reasons: yes or no, for policies',
  'access.directs(uuid)': 'whether the caller directs this child’s case, for policies',
  'access.may_allocate(uuid,uuid,text)':
    'whether the caller may give this child to that worker, for policies',
  'access.may_involve(uuid,uuid)': 'whether the caller may name that professional, for policies',
  'access.may_join(uuid,uuid,text)': 'whether the caller may put this person into that family, for policies',
  'access.is_contact_unsealed(uuid)':
    'whether nobody in a contact is kept from the caller: yes or no, for who may read what they wrote of it',
  'access.match_contact(uuid,uuid)':
    'ties somebody named in a contact to a person, for those who decide it; restricted people answer as absent',
  'access.tell_of_danger()':
    'trigger that tells the managers of a team, and duty, that somebody is in danger; answers nothing',
  'access.referrer_told(uuid,date)':
    'keeps on the referrals of a decided contact that its referrer was told, for its front door; answers a number',
  'access.decide_transfer(uuid,boolean,uuid,text)':
    'takes a child over or refuses, for managers of the team that was asked',
  'access.visits_seen(uuid[])':
    'when a child was seen, for those who have the plan and not the record; ids and moments only',
  'access.arrange_cover(uuid,uuid,date,date)': 'lets a supervisor stand in for a manager for some days',
  'access.end_cover(uuid)': 'ends such days, for the two whom they concern',
  'access.openings_to_review(timestamp with time zone)': 'openings for which the caller answers',
  'access.review_opening(uuid,text,text)': 'keeps the finding of whoever answers for an opening',
  'access.my_openings(integer)': 'the caller’s own openings, with what was found',
  'access.openings_waiting()': 'ids and moments of openings that nobody has reviewed, for the reminding job',
  'access.remind_of_reviews(uuid[],uuid[])':
    'reminds those who answer for openings; answers a number of notices',
  'access.harm_network_known_as(text)':
    'the network of a reference that one worker told another: its id alone, for who writes the record of any child',
  'audit.find_unexplained(date)':
    'keeps looks that nothing explains and tells managers; answers counts, to the job alone',
  'audit.unexplained_looks(date)': 'looks that nothing explains, of workers whose manager the caller is',
  'audit.decide_unexplained(uuid,text,text)': 'keeps what a manager says of such a look',
  'audit.asked_of_me()': 'what the caller is asked about their own looks',
  'audit.seen_in_opening(uuid)': 'kinds of page and counts of one opening, for whoever answers for it',
  'access.declare_conflict(uuid,uuid,text,text)': 'closes a record to a worker who knows the person',
  'access.conflicts_of(uuid)': 'whom a record is closed to, for those who answer for it',
  'access.end_conflict(uuid)': 'opens it again, never by whom it bars',
  'access.refresh_ids(uuid[])':
    'what access.refresh does for ids, after it has found every id of each person',
  'access.merged_into(uuid)': 'where a merged record stands now, for those who may see it; answers an id',
  'access.may_merge(uuid,uuid)':
    'whether the caller may join two records, or ask for it; restricted people answer as absent',
  'access.tell_of_merge(uuid,uuid,uuid)': 'notes for managers who may confirm a merge; answers nothing',
  'access.close_for_merge(uuid,uuid,uuid)':
    'ends openings at a merge and keeps from safety data whom it was kept from; called by the merger alone',
  'access.open_after_merge(uuid,uuid,timestamp with time zone)':
    'at an undo closes both people to whom the one record was closed; called by the merger alone',
  'access.merge_mark(uuid,uuid)': 'a hash that changes with any fact of two people whom the caller may join',
  'access.ask_merge(uuid,uuid,text[],text,jsonb,text)': 'keeps the request of whoever writes both records',
  'access.confirm_merge(uuid,jsonb,text)':
    'joins two records for a manager of both who did not ask for it; logs every column',
  'access.close_merge(uuid,text)': 'refuses a merge, for those who may confirm it; its asker takes it back',
  'access.undo_merge(uuid,text,jsonb)': 'puts back what a merge changed, for a manager of the record',
  'access.say_not_same(uuid,uuid,text)': 'keeps that two records are of two people, for who writes both',
  'access.withdraw_not_same(uuid,text)': 'takes that back with a reason',
  'search.keep_merge()':
    'trigger that lets the search keys of a merged record rest and wakes them at an undo',
  'access.tell_of_infection(uuid)':
    'tells the uploader and those who answer for the children of a harmful file; answers nothing',
  'access.protected_hits(uuid[],uuid,text)':
    'whether a letter or a copy would tell a protected address, for who reads the record: kinds, and people whom the caller knows; no address',
  'access.date_sent_letter()':
    'trigger that dates pre-proceedings by the letter that was sent, whoever sends it; answers nothing',
  'access.caseload_on(date[],integer,boolean,boolean,uuid[],boolean)':
    'how many children workers and teams hold on days, and the capacity for it: numbers only; counted capacity of one worker to their line alone',
  'access.keep_turns()':
    'trigger that keeps what an allocation changes in the caseload of its team; answers nothing',
  'access.team_caseload_on(date[],integer,boolean,boolean)':
    'the same of whole teams, from what is kept of each month: numbers only',
  'access.turns_differing()': 'how many kept figures of caseload differ from the allocations: a number',
  'access.gather_turns()': 'counts kept caseload afresh, for services: how many figures differed',
  'access.attendances_sealed()':
    'which attendances are of people kept from the caller, for policies: ids of attendances without whose they are',
  'access.is_asked_of_attendances()':
    'whether a team of the caller’s was ever asked about an attendance: yes or no',
  'access.is_asked_of_attendance(uuid)':
    'whether the caller’s team was asked about an attendance: yes or no, for policies',
  'access.attendance_standing(date)':
    'how quickly hospitals tell and teams read: numbers, and visit numbers that a hospital lists and nobody told of',
  'access.attendance_facts(uuid,date)':
    'what the rule of whom to tell asks of a child who was matched, for the listener alone: teams, postcodes, standing',
  'access.partner_notices_sealed()':
    'which notices are of people kept from the caller, for policies: ids of notices without whose they are',
  'access.is_asked_of_notice(uuid)':
    'whether the caller decides in the team that was asked a question about a notice: yes or no, for the two below',
  'access.match_partner_notice(uuid,uuid,text)':
    'says by hand who of the record a child in a notice is; somebody sealed from the caller answers as somebody absent',
  'access.unmatch_partner_notice(uuid,text)':
    'takes such a match back, withdraws what was told by it and tells those who were told',
  'access.schools_of(uuid)':
    'schools at which a child who was matched is or was, for the listener and the roll: ids of organisations',
  'access.is_on_roll(uuid,uuid)': 'whether a school may read a notice by its roll: yes or no, for the policy',
  'access.works_for_agency_with(uuid)':
    'whether the caller works with somebody today, for an agency other than the council: yes or no, for policies',
  'access.keep_told_by_agency()':
    'trigger by which its author alone corrects and shares what an agency told; answers nothing',
  'access.keep_asked_source()': 'trigger by which a question goes to the author; answers nothing',
  'access.sensitive_services_that_know(uuid)':
    'what sensitive services say that they hold of somebody whom the caller may know of: whom to ask and since when, never which service',
  'access.hospitals_that_know(uuid)':
    'which hospitals told of a visit of somebody whom the caller may know of, and when last; no word of a visit',
  'access.notice_is_of_record(uuid)':
    'whether whoever works with its children may read a notice: yes or no, for the policy',
  'access.partner_facts(uuid)':
    'what the rule of whom to tell asks of a child who was matched, for the listener alone: schools, workers, standing',
  'access.named_readers(uuid)':
    'whom a front door has named to read a MARAC referral, why and until when, for whoever may name them; nothing for others',
  'access.end_named_reader(uuid,text)':
    'ends that somebody reads a MARAC referral, for whoever may name them; says whether it did',
  'access.names_readers(uuid)':
    'whether the caller may name who else reads a MARAC referral: yes or no, for the policy',
  'access.protection_file_sealed(uuid)':
    'whether somebody kept from the caller is in a file to the NHS: yes or no, for its policy',
  'access.protection_file_people(uuid)':
    'ids of those in a file to the NHS, for the audit of whoever may take that file out',
  'access.looked_after_periods()': 'periods in care, for the listener: none until the record keeps them',
  'access.protection_facts()':
    'plans as the NHS should show them, for the listener alone: ids, kinds and dates',
  'access.protection_identity(uuid[])':
    'NHS number, name and day of birth of those whose plan is told to the NHS, for the listener alone',
  'access.protection_told(uuid)':
    'who works with a child whose record was opened at the NHS, for the listener alone: ids of workers',
  'access.disclosure_bar(uuid,uuid)':
    'why a subscription may not hear of somebody today, for the listener alone: one word',
  'access.disclosure_facts()': 'events that a subscription has not heard of, for the listener alone: ids',
  'access.disclosure_content(uuid,uuid)':
    'the facts that a disclosure names as shared, for the listener alone and the system that it was made for',
  'access.protection_standing()': 'how plans stand at the NHS beside the record: numbers only',
  'search.attendance_candidates(text,date,text,text,text)':
    'who a hospital may mean, for the listener alone: ids and what fits, no value',
  'access.leads_an_area()':
    'whether the caller leads a service area by a post held today: yes or no, for policies',
  'access.line_of(uuid)': 'whether the caller manages or leads this worker: yes or no, for policies',
  'access.keep_team_open()': 'trigger that keeps a team open while children are with it; answers nothing',
  'access.keep_out_of_ended_team()':
    'trigger that keeps children out of a team that has ended; answers nothing',
  'access.children_with_team(uuid)':
    'how many children are with a team, for whoever would close it: a number only',
  'access.caseload_weight_on(date)': 'children led by plan and their open needs, by worker: numbers only',
  'access.practice_by_band(date[],uuid[],text[])':
    'first visits, visits and new plans by band of caseload: numbers by band, of no child and no worker',
  'access.safety_in(date[],date[])':
    'visits in time, repeat plans and re-referrals in periods, beside the money: numbers only',
  'platform.schema_version()': 'name of the last migration, from the table that only the owner reads',
  'search.keep_name()': 'trigger that keeps the search keys of a name',
  'search.keep_address()': 'trigger that keeps the search keys of an address',
  'search.find_people(text,date,date,text[],text,timestamp with time zone,text)':
    'answers ids of people that match, restricted people left out',
  'search.holders_of(text[])': 'the importer asks who holds a number; ids only, then it looks as itself',
  'search.outline(uuid[])': 'what anyone who searches may know of people who match',
  'search.withheld_addresses(uuid[],timestamp with time zone)':
    'whose address is kept back from the caller; answers ids only',
  'search.keep_birth()': 'trigger that keeps the search keys of a birth date',
  'search.keep_identifier()': 'trigger that keeps the search keys of an identifier',
  'app.add_job(text,jsonb,text,timestamp with time zone)':
    'queues a job of a listed kind; answers nothing of the queue',
  'app.deliver_event()': 'trigger that queues the delivery of an event',
  'access.disclosures_made(timestamp with time zone,text,integer,integer)':
    'what left for other organisations, for directors and administrators: without of whom',
  'access.disclosure_counts(timestamp with time zone)':
    'how many disclosures stand how, for directors and administrators',
  'access.send_disclosure_again(uuid)': 'lets directors and administrators send a notice again that gave up',
  'app.dead_jobs()': 'jobs that have given up, for the administrator: kinds and errors, no payload',
  'app.retry_job(bigint)': 'lets the administrator run a job again that had given up',
  'app.end_sessions_of_leaver()': 'trigger that ends the sessions of a worker who leaves or changes class',
  'audit.looks_at(uuid,bigint,timestamp with time zone,integer)':
    'who has looked at a person: answers only callers who hold the record (B2)',
  'access.my_organisation()': 'the caller’s own organisation, for originator control',
  'access.part_in_meeting(uuid)':
    'how the caller stands to a meeting, for policies; nothing to whoever has no part in it',
  'access.keep_invited()': 'trigger that keeps on a meeting the ids of the workers invited',
  'access.may_chair(uuid,uuid[])': 'whether a worker is independent of these children’s case: yes or no',
  'access.is_secret_now(text,uuid)':
    'whether an address or a part of a paper is safety data now, so that its past is too: yes or no',
  'access.letter_kept_back(uuid,jsonb)':
    'whether a letter’s address is kept from the acting person: yes or no',
  'access.print_kept_back(uuid)': 'whether a document is the print of such a letter: yes or no',
  'access.reads_whole_paper(uuid)': 'whether the acting person reads every part of a paper: yes or no',
  'access.is_walled(uuid,uuid[])': 'whether a wall stands before a recipient of a copy: yes or no',
  'access.may_receive(uuid,uuid[])':
    'whether somebody has parental responsibility for, or is, each of these children: yes or no',
  'access.is_safety_free(uuid,uuid[])': 'whether none of these parts of a paper is safety data: yes or no',
  'access.keep_shared()':
    'trigger that meets the clock of a report once each of the family asked to its meeting has it; answers nothing',
  'access.time_given(date,date)':
    'how many of the families had their time before conferences, for directors: numbers by team and month',
  'access.reports_in(uuid)':
    'whose report has come to a meeting and since when, for whoever prepares it or is asked to it; never what it says',
  'access.keep_reports()':
    'trigger that meets the clock of a conference’s reports when the last one is sent; answers nothing',
  'access.replace_copies()':
    'trigger that marks copies of a report as replaced once another corrects it; answers nothing',
  'access.is_carried(uuid,uuid)':
    'whether a report was brought to the meeting before: yes or no, for what may be carried over from it',
  'access.is_paper_finished(uuid)':
    'whether a paper is finished and not replaced: yes or no, for copies of it',
  'access.copy_hits(uuid[],uuid,text)':
    'what one person’s copy would tell and must not, for who reads the record of each child in it: kinds alone',
  'access.make_wall(uuid,uuid[],text)':
    'raises a wall, for whoever writes the safety data of all it protects',
  'access.end_wall(uuid,text)': 'ends a wall, for another who directs the case',
  'access.walls_around(uuid[])': 'walls around people, for whoever reads the safety data behind them',
  'access.family_person()': 'the person of the account that is at the portal',
  'access.my_meetings()': 'meetings to which the person at the portal is asked; nothing of who else comes',
  'access.answer_meeting(uuid,integer,text,text,text,boolean)':
    'keeps the answer of the person at the portal',
  'access.my_questions()': 'what the person at the portal was asked about the help and has not answered',
  'access.close_question()':
    'trigger that closes what was asked at the portal and said another way; answers nothing',
  'access.answer_question(uuid,integer,text,boolean)':
    'keeps the one answer of the person at the portal to their own open question, and tells who asked',
  'access.tell_of_question()':
    'trigger that queues a message to a chosen channel when a question is asked; answers nothing',
  'access.give_family_code(uuid,text,bytea,timestamp with time zone)':
    'keeps the hash of an invitation’s code, for whoever writes of every child in the matter',
  'access.end_family_sessions()': 'trigger that ends the sessions of an account that is closed',
  'access.works_elsewhere(uuid)':
    'whether somebody works for another organisation today: yes or no, for the functions of this list alone',
  'access.provider_admits(uuid,uuid)':
    'whether an organisation’s provider may speak for somebody: yes or no, for the porter',
  'access.organisations_with_provider()':
    'names of organisations that sign in by a provider of their own, for the porter; nobody who works there',
  'access.name_provider(uuid,uuid,text,text,bytea,timestamp with time zone)':
    'keeps an organisation’s identity provider for a year at most, for administrators',
  'access.change_provider(uuid,text,bytea)': 'keeps another client of a provider, for administrators',
  'access.withdraw_provider(uuid)': 'ends a provider and the sessions that it opened, for administrators',
  'access.organisation_providers()': 'providers and their last days, for administrators; no secret',
  'access.identities_of_provider(uuid)': 'workers whom a provider has named, for administrators; no subject',
  'access.release_identity(uuid,uuid)':
    'forgets whom a provider meant, for administrators: the next sign-in is the first',
  'access.may_be_invited(uuid)':
    'whether somebody works for another organisation today and no provider speaks for them: yes or no, for administrators and the porter',
  'access.invite_worker(uuid,bytea,timestamp with time zone,timestamp with time zone)':
    'keeps the hash of an invitation to sign in, for administrators; ends what keys there were',
  'access.renew_invited(uuid,timestamp with time zone,text)':
    'lets an invited account go on, with the reason, for administrators',
  'access.renew_provider(uuid,timestamp with time zone,text)':
    'lets an organisation’s provider go on, with the reason, for administrators',
  'access.renewable_access()':
    'accounts and providers that may be renewed, for administrators; no key of them',
  'access.withdraw_invited(uuid)':
    'ends invitation, keys and sessions of an invited worker, for administrators',
  'access.tell_invited_key(uuid,text,bytea,timestamp with time zone)':
    'gives the demonstration’s invited person their keys, on a database that the demo made',
  'access.invited_workers()': 'how far invitations to sign in have come, for administrators; no hash',
  'access.family_key_state(uuid[])':
    'how far an invitation to the portal has come, for whoever reads the record of a child in its matter; no key of it',
  'access.tell_family_key(uuid,text,text,bytea[])':
    'gives the demonstration’s families their keys, on a database that the demo made',
  'access.may_give_keys(uuid)': 'whether the caller writes of every child in an account’s matter: yes or no',
  'access.family_number(uuid)':
    'the number of an account whose person has joined, for whoever may give them a card',
  'access.give_family_card(uuid,bytea[])':
    'keeps the hashes of another card, for whoever writes of every child in the matter',
  'access.reads_safety_of(uuid,boolean)': 'whether the caller has safety data of somebody: yes or no',
  'access.family_channels(uuid[])':
    'where somebody chose to be told, for who has their safety data; of accounts that are asked for',
  'access.keep_family_channel(uuid,uuid,text,text,text,date,text)':
    'keeps or ends where somebody chose to be told, for who writes of every child and has their safety data',
  'access.tell_family()': 'trigger that queues a message to a chosen channel; answers nothing',
  'access.family_messages_waiting()': 'the courier asks where to; nothing of whom or what',
  'access.family_message_tried(uuid,boolean)': 'the courier says whether a message was taken',
  'access.is_hidden_from_me(uuid)':
    'whether whoever is at the portal had a copy hidden: yes or no, for its policy',
  'access.place_alarm()': 'trigger that sets whose matter an alarm at the portal is of, from its account',
  'access.tell_of_family(uuid[],text)': 'tells those who work with children that their family said something',
  'access.hear_family()': 'trigger that calls access.tell_of_family for what is written at the portal',
  'access.my_corrections()':
    'when the person at the portal was given what has been corrected since, and their new copy; no words',
  'access.my_disciplines()': 'disciplines of the caller’s own posts, for whose service’s notes they read',
  'access.keeps_workbook(uuid)':
    'whether the caller writes the record of a child of the family by a tie to the case: yes or no, for policies',
  'access.stands_in_for(uuid,uuid)':
    'whether the caller covers a worker’s post in a team today: yes or no, for policies',
  'access.strands_of_leavers(uuid)':
    'work that goes on with somebody who has left the family, for whoever holds the case: discipline, worker and day, not with whom',
  'access.end_strand_of_leaver(uuid,integer,text)': 'ends such work, for whoever holds the case',
  'access.next_specialist(uuid,text,uuid,uuid)':
    'who of a team’s discipline has the fewest strands and is kept from nobody of the family; called by the offer alone',
  'access.needs_offered(date)':
    'needs that teams offered help for, over the authority: team, who noted, days; nobody and no day named',
  'access.said_of_help(date)':
    'what families said of the help, over the authority: team, outcome and mark; nobody named',
  'access.fared_of_teams(date)':
    'a measure before and after, over the authority: team and two numbers; nobody named',
  'access.children_counted(date,uuid,text)':
    'ids of the children of five families or more behind one count of a team, for a director; no need, discipline or adult',
  'access.follow_case()':
    'trigger by which a workbook closes with its case or goes with it to another team; answers nothing',
  'access.offer_help()': 'trigger that makes the team’s offer of a need; answers nothing',
  'access.audits_session(uuid)':
    'whether the caller was asked to audit a session and has not yet: yes or no, for its policy',
  'access.wellbeing_by_area(date)':
    'wellbeing of a quarter that is over, for directors and leaders of areas: numbers of five and more who kept theirs to themselves',
  'access.schools_led()': 'schools of which the caller is a safeguarding lead today: ids',
  'access.pupils_of(uuid[])': 'children at some schools today: called by the functions of this list alone',
  'access.children_of_my_school()':
    'children at the caller’s own schools with open work: name, worker, plan by its summary, the meeting to which the school is asked; no restricted one',
  'access.leads_school(uuid,uuid)': 'whether somebody leads safeguarding at a school today: yes or no',
  'access.may_supervise_leads()':
    'whether the caller is experienced enough to supervise a school’s lead: yes or no',
  'access.supervises_school(uuid)':
    'whether the caller gave a session to this school’s leads, and may still: yes or no',
  'access.names_pupil(uuid,text)':
    'whether words name a child at a school, nobody sealed from the caller: yes or no, to refuse such words',
  'access.lead_action_names_nobody()':
    'trigger that refuses an agreed action which names a child of the school',
  'access.oversees_schools()': 'whether the caller may know how schools are supported: yes or no',
  'access.school_support(date,date)':
    'sessions, placements and contacts of each school: numbers, for managers and directors',
  'access.pupil_meant(uuid,jsonb,uuid[])':
    'the one child with open work whom a school means; for the two functions that keep what schools tell',
  'access.keep_told_of_pupil(uuid,uuid,jsonb,uuid[])':
    'keeps what a school tells of one pupil with open work; for the two functions that check who tells',
  'access.tell_of_pupils(uuid,jsonb)':
    'keeps what a school’s lead tells of its pupils with open work; answers a number, of a file with leavers nothing',
  'access.system_tells_of_pupils(uuid,jsonb)':
    'the same by a system of the school, which is answered nothing',
  'access.end_with_organisation()':
    'trigger that ends ties and invitations of whoever an administrator moves to another organisation',
  'access.may_ask_of_agency(uuid,uuid)':
    'whether somebody works with a child for another agency, to whoever reads the record: yes or no',
  'access.ask_to_send_on()': 'trigger that asks whether a visit went to the council that was named by hand',
  'access.ask_to_correct()': 'trigger that asks to correct what was sent on to another council',
  'access.sent_to_councils(timestamp with time zone,integer)':
    'what was sent on to other councils, without of whom: for directors and administrators',
  'access.tell_of_leaver()':
    'trigger that tells whoever works with a child that nobody knows the next school',
  'access.concern_answered(uuid,uuid)':
    'what a school is told of a concern that it sent by machine: decision, reason and whom to ring',
  'access.supervision_themes(date,date)':
    'how often each theme was spoken of: numbers, for managers and directors',
  'audit.by_day(date,date)': 'counts of the audit per day: no person, no worker',
  'audit.standing()': 'counts of entries sealed and waiting, the last seal and verification',
}

/** Triggers that keep_history writes for each record table, run by the historian. */
export const historyTriggers = /^history\.(keep|audit)_\w+\(\)$/

/**
 * Policies that let a service see whole tables. Each service sees only what its work needs, and only with its signed
 * identity or inside its own functions (policy at_work).
 */
export const wideServices: Readonly<Record<string, { readonly why: string; readonly tables: RegExp }>> = {
  backup: { why: 'copies out everything', tables: /./ },
  verifier: { why: 'recomputes access, clocks and audit', tables: /^(record|history|access|audit)\./ },
  gatekeeper: {
    why: 'derives who may see whom, and tells a named list of a match',
    tables:
      /^(access|audit)\.|^app\.(notice|message_in|message_work|invited_key|organisation_provider|worker_identity|access_renewal|family_key|family_session|family_channel|family_message)$|^search\.name_part$|^record\.(allocation|approval|contribution|period_of_care|health_sender|attendance|attendance_match|attendance_notice|attendance_question|attendance_tally|partner_notice|partner_notice_match|partner_notice_question|partner_notice_reader|protection_(status|change|file|file_record|work)|person_identifier|involvement|supervision_audit|wellbeing_check|meeting|meeting_child|meeting_invitee|paper|paper_copy|paper_part|family_account|family_feedback|portal_alarm|plan_action|task|transfer|workbook|strand|document|person_address|person_contact|person_name|contact|contact_person|contact_decision|referral|clock|note|merge|harm_network|pre_proceedings|family_group_offer|letter|letter_person|note_person|early_career|worker_absence|cp_plan|cin_plan|need|person|family_member|relationship|team|worker|post|duty_shift|organisation|service_area|worker_registration|setting|class_mapping|partner_system|disclosure|disclosure_delivery|subscription|school_placement|lead_supervision|lead_supervision_action|school_attendance|school_enrolment|contact_feedback|neighbour_council)$|^history\./,
  },
  historian: { why: 'keeps past rows and the audit of changes', tables: /^(history\.|audit\.entry$)/ },
  searcher: {
    why: 'keeps search keys',
    tables:
      /^search\.|^access\.entry$|^record\.(person|person_name|person_identifier|person_address|family_member|merge)$|^(record|history)\.(organisation|service_area|team|worker|post|worker_registration|duty_shift|setting|class_mapping|partner_system|subscription|school_placement)$/,
  },
  sealer: { why: 'seals the audit and notes ticks', tables: /^(audit\.|platform\.tick$)/ },
  porter: {
    why: 'signs people in',
    tables:
      /^app\.(session|sign_in_attempt|invited_(key|enrolment|try)|organisation_provider|worker_identity)$|^record\.(class_mapping|worker|post|team)$/,
  },
  clockkeeper: { why: 'counts time limits from the facts', tables: /^(record|history)\./ },
  importer: {
    why: 'derives clocks of those whom it imports: dates and standing, granted by column',
    tables: /^record\.(meeting|meeting_child|meeting_invitee|paper|paper_copy|workbook|group_supervision)$/,
  },
  courier: {
    why: 'mails notices, works off jobs and clears what expired',
    tables:
      /^(app|graphile_worker)\.|^(record|history)\.(organisation|service_area|team|worker|post|worker_registration|duty_shift|setting|class_mapping|partner_system|subscription|school_placement)$/,
  },
  receptionist: {
    why: 'finds the front door for the public form',
    tables: /^record\.(team|setting|organisation)$/,
  },
  listener: {
    why: 'keeps messages of other organisations and finds whom they are for; of records of people it reads none',
    tables:
      /^app\.(mailbox_standing|hospital_merge|message_(in|work)|system_(token|assertion)|signing_key)$|^record\.(attendance(_\w+)?|disclosure|disclosure_delivery|subscription|partner_notice(_\w+)?|protection_(status|change|file|file_body|file_record|message|access|inactive|work)|partner_system|health_sender|nursing_area|neighbour_council|organisation|team|worker|post|setting)$/,
  },
  merger: { why: 'joins two records of one person, and parts them', tables: /^(record|history)\./ },
  doorkeeper: {
    why: 'signs families in to the portal',
    tables: /^app\.(family_key|family_session|family_try)$|^record\.family_account$/,
  },
  keyholder: { why: 'checks signatures', tables: /^platform\.installation$/ },
}
