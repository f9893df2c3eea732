const { SITE_REPOSITORY, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env;

/**
 * Address of the repository's web pages, without a slash at the end: `SITE_REPOSITORY`, or what GitHub Actions tells
 * about the repository it builds. Undefined in a plain checkout, where there is nothing to link to.
 */
export const repositoryUrl =
  SITE_REPOSITORY?.replace(/\/+$/, '') ??
  (GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_REPOSITORY}` : undefined);
