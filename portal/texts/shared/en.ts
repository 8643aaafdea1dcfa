import type { Dictionary } from '../texts.ts'
import type { zhCN } from './zh-CN.ts'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const en: Dictionary<typeof zhCN> = {
  county: 'Xiangtan County Government Services',
  service: 'One matter, one visit',
  skipToContent: 'Skip to main content',
  siteNavigation: 'Site',
  catalogue: 'All services',
  receipts: 'Track application',
  preferences: 'Language and display',
  otherLanguage: '中文',
  elderView: 'Larger text',
  standardView: 'Standard text',
  demoTitle: 'Demo data',
  demoNotice:
    'This is a demonstration. Time limits, thresholds and fees have not been verified by the departments and must not be relied on.',
  hotline: 'Government hotline 12345',
  unverified: 'Not verified',
  unverifiedHint: 'The responsible department has not verified this yet',
  certain: 'Certain',
  open: 'Depends',
  basis: 'Legal basis',
  workingDays: (days) => plural(days, 'working day', 'working days'),
  sameDay: 'On the spot',
  noLimitSet: 'No time limit set',
  free: 'Free',
  stage: (stage) => `Stage ${stage}`,
  sources: {
    applicant: 'You provide',
    'government-issued': 'Government-issued',
    shared: 'Nothing to submit',
    intermediary: 'From an agency',
    generated: 'Made for you',
  },
  sourceHints: {
    applicant: 'You prepare this yourself',
    'government-issued': 'Issued by a government department; you hand it in',
    shared: 'Departments share it between them; you do not hand it in',
    intermediary: 'Issued by a qualified agency',
    generated: 'Made from your answers; you sign it',
  },
  medium: { electronic: 'electronic', paper: 'paper', 'paper-or-electronic': 'paper or electronic' },
  originals: (count) => plural(count, 'original', 'originals'),
  copies: (count) => plural(count, 'copy', 'copies'),
  deferrable: 'may follow later',
  issuer: (name) => `Issued by: ${name}`,
  audiences: {
    '1': 'Individuals',
    '2': 'Companies',
    '3': 'Public institutions',
    '4': 'Social organisations',
    '5': 'Government bodies',
    '6': 'Sole traders and others',
  },
}
