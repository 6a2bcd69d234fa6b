// Which article is which. An article that carries an id of its source's is that id's; a file's is
// its path's. Each gets a name of its own, whatever order they come in.
//
//   MakeNamesUnique(articles);
//   // a.txt, 1/sak.txt, 2/sak.txt, stdin, stdin#1f0c9a2b
#ifndef NORN_INGEST_READ_ARTICLES_UNIQUE_NAMES_H_
#define NORN_INGEST_READ_ARTICLES_UNIQUE_NAMES_H_

#include <string>
#include <vector>

#include "proto/article.pb.h"

namespace norn::ingest {

// `origin` of what came by standard input: there is no path that would tell two texts apart.
inline constexpr char kStandardInputOrigin[] = "-";

// In front of the id that its source gave an article, as `origin`: its name may carry more.
inline constexpr char kIdOrigin[] = "id:";

// Sorts by name; every article has its `sha256`, and an `origin`, which it gets here if an older
// norn wrote it. Those that come later in `articles` are taken for the newer ones where they do not
// say it themselves (`updated`, `version`, `published`).
//
// - Of several texts with one id, or from one file, the newest stays, with the others as its
//   `earlier` versions. Ids of two different `source`s are two ids.
// - Of several files of one name and one text a single one stays.
// - Files of one name that differ get as much of their folders as tells them apart.
// - Names that are still alike get `#` and digits of a hash.
//
// Gives the names of the articles that a newer text replaced, sorted.
std::vector<std::string> MakeNamesUnique(std::vector<proto::Article>& articles);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_ARTICLES_UNIQUE_NAMES_H_
