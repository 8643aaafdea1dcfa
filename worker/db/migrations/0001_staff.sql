CREATE TABLE `analyses` (
	`hash` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`action` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`from_revision` integer,
	`to_revision` integer,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_by_subject` ON `audit_log` (`kind`,`subject`,`id`);--> statement-breakpoint
CREATE INDEX `audit_log_by_actor` ON `audit_log` (`actor`,`id`);--> statement-breakpoint
CREATE TABLE `draft_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`comment` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `draft_reviews_by_draft` ON `draft_reviews` (`draft`,`id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`lead` text NOT NULL,
	`state` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`revision` integer NOT NULL,
	`owner` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` text NOT NULL,
	`submitted_by` text,
	`reviewed_by` text,
	`publish_at` text,
	`saved_forms` text
);
--> statement-breakpoint
CREATE INDEX `drafts_by_lead` ON `drafts` (`lead`,`id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`due_at` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` text,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `jobs_by_due` ON `jobs` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `registry_entries` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`value` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_by` text,
	`updated_at` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE TABLE `set_up_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `staff_accounts_by_user` ON `staff_accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `staff_users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_token_unique` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_by_user` ON `staff_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `staff_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`roles` text DEFAULT '' NOT NULL,
	`department` text,
	`disabled` integer DEFAULT false NOT NULL,
	`demo` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_users_email_unique` ON `staff_users` (`email`);--> statement-breakpoint
CREATE TABLE `staff_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_verifications_by_identifier` ON `staff_verifications` (`identifier`);--> statement-breakpoint
ALTER TABLE `bundles` ADD `withdrawn_at` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `versions` ADD `saved_forms` text;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_rows` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_log_keeps_values` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'The audit log is append-only.'); END;
