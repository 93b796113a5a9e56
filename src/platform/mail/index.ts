export { type MailSettings, mailNotices } from './mailNotices.ts'
