/** Whom a visitor of the demo may sign in as. */
export type PersonaKey =
  | 'socialWorker'
  | 'newlyQualified'
  | 'teamManager'
  | 'serviceLeader'
  | 'dutyManager'
  | 'conferenceChair'
  | 'familyHelp'
  | 'mentalHealth'
  | 'recoveryWorker'
  | 'withVictims'
  | 'withPerpetrators'
  | 'healthVisitor'
  | 'paediatricLiaison'
  | 'safeguardingLead'
  | 'midwife'
  | 'gp'
  | 'probation'
  | 'dutyWorker'
  | 'policePartner'
  | 'businessSupport'
  | 'director'
  | 'dataQuality'
  | 'administrator'

export type Persona = {
  readonly key: PersonaKey
  /** What the identity provider calls them; stands in worker.sign_in_subject. */
  readonly subject: string
  readonly name: string
  readonly role: string
  /** One line for the page on which a visitor chooses. */
  readonly tryThis: string
  /** Came to a county that was told already: a name is invented for them and not used, so that nobody else’s changes. */
  readonly isLater?: true
}

const persona = (key: PersonaKey, subject: string, name: string, role: string, tryThis: string): Persona => ({
  key,
  subject,
  name,
  role,
  tryThis,
})

/** None of them exists; the names are invented. */
export const personas: readonly Persona[] = [
  persona(
    'socialWorker',
    'rowan.ashbrigg',
    'Rowan Ashbrigg',
    'Social worker, North 1',
    'Record one visit for three children of a family and see each child’s clock stop',
  ),
  persona(
    'newlyQualified',
    'meera.rathorewal',
    'Meera Rathorewal',
    'Newly qualified social worker, North 1',
    'Look at a smaller caseload and the visits that are due this week',
  ),
  persona(
    'teamManager',
    'gwen.hollinwood',
    'Gwen Hollinwood',
    'Team manager, North 1',
    'Give out waiting work, see who holds too much, and which visits are late',
  ),
  persona(
    'serviceLeader',
    'marcus.fitzgarvey',
    'Marcus Fitzgarvey',
    'Service leader, North',
    'Compare the teams of an area, then follow one number down to the children behind it',
  ),
  persona(
    'dutyManager',
    'priya.fellgate',
    'Priya Fellgate',
    'Duty manager, front door',
    'Open the children that an import brought, and give those who wait to workers',
  ),
  persona(
    'conferenceChair',
    'ailsa.carrowmoor',
    'Ailsa Carrowmoor',
    'Conference chair',
    'Open the pre-birth conference and the conference that was held late',
  ),
  persona(
    'familyHelp',
    'tomasz.kowalewicz',
    'Tomasz Kowalewicz',
    'Family Help lead practitioner',
    'Keep a child in need plan going without being a social worker',
  ),
  persona(
    'mentalHealth',
    'joanne.deepwell',
    'Joanne Deepwell',
    'Mental health practitioner, North 1',
    'Record a session once, and see it in your chapter and on the agenda of group supervision',
  ),
  {
    ...persona(
      'recoveryWorker',
      'imran.castlewick',
      'Imran Castlewick',
      'Recovery worker, North 1',
      'Open Workbooks, record a session with a readiness mark, and share the month’s summary',
    ),
    isLater: true,
  },
  {
    ...persona(
      'withVictims',
      'leonie.harbrough',
      'Leonie Harbrough',
      'Domestic abuse practitioner with victims, North 1',
      'Work with the one who was harmed; the other side’s worker reads none of it',
    ),
    isLater: true,
  },
  {
    ...persona(
      'withPerpetrators',
      'piotr.wendlesham',
      'Piotr Wendlesham',
      'Probation officer, North 1',
      'Work with the one who harms, behind a wall; your chapter is silent',
    ),
    isLater: true,
  },
  persona(
    'healthVisitor',
    'temi.olatunjide',
    'Temi Olatunjide',
    'Health visitor, North',
    'See the under-fives you work with, and nobody else',
  ),
  {
    ...persona(
      'paediatricLiaison',
      'odile.farthingrove',
      'Odile Farthingrove',
      'Paediatric liaison nurse, at the hospital',
      'Open Children at hospital and find out who a child is whom nobody here knows',
    ),
    isLater: true,
  },
  persona(
    'safeguardingLead',
    'bronwen.tideswell',
    'Bronwen Tideswell',
    'Designated safeguarding lead of a school',
    'Lead a child in need plan from a school: do an action, record a visit, hold a review',
  ),
  {
    ...persona(
      'midwife',
      'marged.oakhanger',
      'Marged Oakhanger',
      'Community midwife',
      'Open Meetings: say what you know of a child not yet born before the discussion tomorrow',
    ),
    isLater: true,
  },
  {
    ...persona(
      'gp',
      'gethin.pryderwen',
      'Gethin Pryderwen',
      'Family doctor of a surgery',
      'Answer two invitations in a minute each, and join the discussion that sits now',
    ),
    isLater: true,
  },
  {
    ...persona(
      'probation',
      'ewan.calderbrook',
      'Ewan Calderbrook',
      'Probation practitioner',
      'Join the discussion that sits now, and say what probation knows of the man in the house',
    ),
    isLater: true,
  },
  persona(
    'dutyWorker',
    'callum.wetherlam',
    'Callum Wetherlam',
    'Out-of-hours duty worker',
    'Find a family in the night and open their record with a reason',
  ),
  persona(
    'policePartner',
    'derrin.halloway',
    'Derrin Halloway',
    'Police, at the front door',
    'Add what your agency knows to a contact, refer a family, and read the answer',
  ),
  persona(
    'businessSupport',
    'sandra.pennyfarthing',
    'Sandra Pennyfarthing',
    'Business support, North 1',
    'Log what comes in, prepare letters and send what is ready',
  ),
  persona(
    'director',
    'helena.marlsborough',
    'Helena Marlsborough',
    'Director of Children’s Services',
    'Ask how the county stood on a past day, and open one record with a reason',
  ),
  persona(
    'dataQuality',
    'nikhil.mehtapal',
    'Nikhil Mehtapal',
    'Data quality officer',
    'List what a return would refuse, in codes and dates only',
  ),
  persona(
    'administrator',
    'lee.wainscott',
    'Lee Wainscott',
    'System administrator',
    'Keep teams, posts and rotas; no child’s record opens',
  ),
]
