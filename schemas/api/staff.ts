import Type, { type Static } from 'typebox'
import { Identifier } from '../identifier.ts'
import { LocalText } from '../text.ts'

const closed = { additionalProperties: false }

/** 角色: what a person of staff may do. */
export const roles = ['author', 'reviewer', 'clerk', 'handler', 'supervisor', 'administrator'] as const
export const Role = Type.Enum(roles)
export type Role = Static<typeof Role>

/** A person of staff, as the person itself and administrators see it. */
export const StaffAccount = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    email: Type.String(),
    roles: Type.Array(Role),
    /** Code of the department; null: the whole county. */
    department: Type.Union([Identifier, Type.Null()]),
    disabled: Type.Boolean(),
    /** An account of the local demonstration. */
    demo: Type.Boolean(),
  },
  { ...closed, $id: 'StaffAccount' },
)
export type StaffAccount = Static<typeof StaffAccount>

/** Who is signed in, and how one can sign in here. */
export const StaffSession = Type.Object(
  {
    account: Type.Union([StaffAccount, Type.Null()]),
    methods: Type.Object(
      {
        /** Roles that the local demonstration signs in by a button; empty on a real server. */
        demo: Type.Array(Role),
        /** Name of the county's single sign-on, where one is configured. */
        singleSignOn: Type.Union([LocalText, Type.Null()]),
        /** Nobody has been set up yet: the one-time link makes the first administrator. */
        unclaimed: Type.Boolean(),
      },
      closed,
    ),
  },
  { ...closed, $id: 'StaffSession' },
)
export type StaffSession = Static<typeof StaffSession>

const Email = Type.String({ format: 'email', maxLength: 200 })
const NewPassword = Type.String({ minLength: 12, maxLength: 128 })
const Name = Type.String({ minLength: 1, maxLength: 60 })

export const SignIn = Type.Object({ email: Email, password: Type.String({ maxLength: 128 }) }, closed)
export const DemoSignIn = Type.Object({ role: Role }, closed)
export const SetUp = Type.Object(
  { secret: Type.String({ minLength: 20, maxLength: 100 }), name: Name, email: Email, password: NewPassword },
  closed,
)
export type SetUp = Static<typeof SetUp>

export const NewStaffAccount = Type.Object(
  {
    name: Name,
    email: Email,
    password: NewPassword,
    roles: Type.Array(Role, { minItems: 1, maxItems: roles.length, uniqueItems: true }),
    department: Type.Union([Identifier, Type.Null()]),
  },
  closed,
)
export type NewStaffAccount = Static<typeof NewStaffAccount>

export const StaffAccountChange = Type.Object(
  {
    name: Type.Optional(Name),
    roles: Type.Optional(NewStaffAccount.properties.roles),
    department: Type.Optional(NewStaffAccount.properties.department),
    disabled: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type StaffAccountChange = Static<typeof StaffAccountChange>

export const StaffAccountList = Type.Object({ accounts: Type.Array(StaffAccount) }, closed)

/** An answer that says no more than that it was done. */
export const Done = Type.Object({ done: Type.Literal(true) }, closed)
