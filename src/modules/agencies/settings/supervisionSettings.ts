import { z } from 'zod'

const lines = z.string().trim().max(3_000)
const eachLine = (rule: RegExp, needed: string) =>
  lines.refine(text => text.split('\n').every(line => line.trim() === '' || rule.test(line.trim())), needed)
const some = (text: string) => text.split('\n').some(line => line.trim() !== '')
const list = lines.refine(some, 'Enter at least one')

/** What an authority decides about supervision, typed a line each. */
export const supervisionSettings = {
  'supervision.frequency': {
    doc: 'How often workers are supervised, by role and experience; the usual interval is that of the clock SUPERVISION_MONTHLY',
    shape: z.object({
      roles: eachLine(
        /^[a-z_]+(\s*\|\s*([1-9]|[1-4]\d|5[0-2]))?$/,
        'Write one role a line: role, or role | weeks',
      ),
      early: eachLine(
        /^[1-9]\d{0,2}\s*\|\s*[1-9]\d?$/,
        'Write one step a line: until this many weeks in post | a session every so many weeks',
      ),
      partTime: z.enum(['no', 'yes'], 'Enter yes or no'),
    }),
    fallback: {
      roles: [
        'social_worker',
        'senior_social_worker',
        'family_help_practitioner',
        'mental_health_practitioner',
        'substance_misuse_practitioner',
        'domestic_abuse_practitioner',
        'team_manager',
        'service_leader',
      ].join('\n'),
      early: '6 | 1\n26 | 2',
      partTime: 'no',
    },
  },
  'supervision.prompts': {
    doc: 'Prompts for reflection on practice in supervision',
    shape: z.object({ prompts: list }),
    fallback: {
      prompts: [
        'What went well, and what did you do that helped?',
        'What are you least sure of, and what would change your mind?',
        'What might this family say about how you work with them?',
      ].join('\n'),
    },
  },
  'supervision.criteria': {
    doc: 'By what the quality of supervision is scored in a dip sample',
    shape: z.object({ criteria: list }),
    fallback: {
      criteria: [
        'Reflection goes beyond what is to be done',
        'Says what is to happen, who and by when',
        'Actions of the last session were followed up',
        'The worker’s own view is there',
      ].join('\n'),
    },
  },
  'schools.supervision': {
    doc: 'How often schools’ safeguarding leads are supervised by an experienced social worker, and on which themes',
    shape: z.object({
      weeks: z.string().regex(/^([1-9]|[1-4]\d|5[0-2])$/, 'Enter weeks from 1 to 52'),
      schools: eachLine(/^[^|]+\|\s*([1-9]|[1-4]\d|5[0-2])$/, 'Write one school a line: name | weeks'),
      themes: list.refine(
        text => text.split('\n').filter(line => line.trim() !== '').length <= 12,
        'Enter 12 or fewer',
      ),
    }),
    fallback: {
      weeks: '6',
      schools: '',
      themes: [
        'Thresholds, and when to refer',
        'Domestic abuse',
        'Neglect',
        'Harm outside the home and online',
        'Attendance and children missing education',
        'Working with parents who disagree',
        'Information sharing and records',
        'The lead’s own wellbeing and load',
      ].join('\n'),
    },
  },
  'supervision.wellbeing': {
    doc: 'What a worker is asked in a wellbeing check, from 1 (not at all) to 5 (fully)',
    shape: z.object({
      statements: list.refine(
        text => text.split('\n').filter(line => line.trim() !== '').length <= 10,
        'Enter 10 or fewer',
      ),
    }),
    fallback: {
      statements: [
        'I can do my work well in the time I have',
        'I feel supported by those I work with',
        'I can leave work at work',
      ].join('\n'),
    },
  },
}
