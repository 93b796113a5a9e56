/** Kinds of harm outside the home. An authority may add four of its own (setting `harm.kinds`). */
export const usualKinds = {
  criminal: 'Criminal exploitation',
  sexual: 'Sexual exploitation',
  online: 'Harm online',
  radicalisation: 'Being drawn into terrorism',
  trafficking: 'Trafficking or modern slavery',
  peer_violence: 'Violence between young people',
  peer_sexual: 'Sexual harm between young people',
  gangs: 'Gangs and county lines',
  financial: 'Financial exploitation',
  other: 'Another kind',
} as const

/** Who knows of it. */
export const sources = {
  child: 'The child',
  family: 'Family',
  school: 'School or college',
  police: 'Police',
  health: 'Health',
  youth_work: 'Youth work',
  social_care: 'Children’s social care',
  community: 'Somebody of the neighbourhood',
  other: 'Somebody else',
} as const

export const certainties = {
  confirmed: 'Confirmed: seen, admitted or proved',
  likely: 'Likely: more than one source, or a reliable one',
  suspected: 'Suspected: one source, or a sign',
} as const
export const shortCertainties = { confirmed: 'Confirmed', likely: 'Likely', suspected: 'Suspected' } as const

export const levels = {
  none: 'No sign of risk',
  emerging: 'Emerging: signs that need to be watched',
  moderate: 'Moderate: targeted or groomed',
  significant: 'Significant: being exploited or harmed now',
} as const
export const shortLevels = {
  none: 'None',
  emerging: 'Emerging',
  moderate: 'Moderate',
  significant: 'Significant',
} as const

/** Signs of exploitation, as an assessment goes through them. */
export const indicators = {
  missing: 'Goes missing, or is out late without saying where',
  older_friends: 'Older friends, or a partner who controls',
  unexplained_things: 'Money, clothes or telephones that nobody can explain',
  drugs: 'Uses or carries drugs',
  weapons: 'Carries weapons, or is afraid without one',
  injuries: 'Injuries without an explanation',
  secretive_online: 'Secret contacts online, or pictures shared',
  school: 'Out of school, or suddenly worse there',
  mood: 'Changed mood, self-harm or fear',
  travel: 'Found far from home, or with tickets',
  debts: 'Debts, or threats to the child or family',
  sexual_health: 'Sexual health needs or pregnancy',
  police: 'Arrested, or stopped with others',
  isolated: 'Cut off from family and friends',
} as const

export const placeKinds = {
  open_space: 'Park or open space',
  street: 'Street or estate',
  shop: 'Shop, takeaway or arcade',
  licensed: 'Pub, hotel or other licensed place',
  transport: 'Station, bus or taxi rank',
  school: 'School or college',
  address: 'Private address',
  online: 'Place online',
  other: 'Another place',
} as const
export const placeRisks = { high: 'High', medium: 'Medium', low: 'Low' } as const

export const linkKinds = {
  network: 'A network',
  place: 'A place',
  adult: 'An adult who is a risk',
  peer: 'Another child',
} as const

/** How a child is tied, by the kind of tie. */
export const linkRoles = {
  network: {
    harmed_in: 'Harmed or exploited in it',
    at_risk: 'At risk of being drawn in',
    part_of: 'Seen as part of it',
    brings_others: 'Made to bring others in',
    left: 'Has got out of it',
  },
  place: {
    harmed_at: 'Harmed there',
    meets_at: 'Meets others there',
    found_at: 'Found there when missing',
    works_at: 'Made to work there',
  },
  adult: {
    suspected_of_harm: 'Suspected of harming the child',
    groomed_by: 'Befriends the child with gifts or attention',
    supplied_by: 'Gives the child drugs, money or a telephone',
    transported_by: 'Drives the child about',
    lives_near: 'Around the child, not known why',
  },
  peer: {
    friends: 'Friends who are together when it happens',
    draws_in: 'Draws the child in',
    drawn_in_by: 'Is drawn in by the child',
    conflict: 'In conflict',
    hurt_by: 'Hurt by the other',
  },
} as const
export type LinkKind = keyof typeof linkKinds

/** A tie's role in words. */
export const roleWords = (kind: LinkKind, role: string): string =>
  new Map<string, string>(Object.entries(linkRoles[kind])).get(role) ?? role
