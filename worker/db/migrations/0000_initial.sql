CREATE TABLE `bundles` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`category` text NOT NULL,
	`current` integer NOT NULL,
	`hash` text NOT NULL,
	`published_at` text NOT NULL,
	`summary` text NOT NULL,
	`search_title` text NOT NULL,
	`search_text` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bundles_by_code` ON `bundles` (`code`,`id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`number` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`body` text NOT NULL,
	`secret_hash` text NOT NULL,
	`bundle` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`answers` text NOT NULL,
	`decision` text NOT NULL,
	`region` text NOT NULL,
	`township` text,
	`received_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_key_unique` ON `cases` (`key`);--> statement-breakpoint
CREATE INDEX `cases_by_bundle` ON `cases` (`bundle`,`received_at`);--> statement-breakpoint
CREATE TABLE `receipt_counters` (
	`region` text NOT NULL,
	`day` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`region`, `day`),
	CONSTRAINT "receipt_counters_six_digits" CHECK("receipt_counters"."value" between 1 and 999999)
);
--> statement-breakpoint
CREATE TABLE `versions` (
	`bundle` text NOT NULL,
	`number` integer NOT NULL,
	`hash` text NOT NULL,
	`published_at` text NOT NULL,
	`document` text NOT NULL,
	PRIMARY KEY(`bundle`, `number`)
);
--> statement-breakpoint
CREATE INDEX `versions_by_hash` ON `versions` (`bundle`,`hash`);