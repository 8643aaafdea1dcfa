/** What a host page may choose. In its style sheets each is a custom property, such as `--yijianshi-accent`. */
export const themeNames = ['accent', 'ground', 'radius'] as const
export type ThemeName = (typeof themeNames)[number]
