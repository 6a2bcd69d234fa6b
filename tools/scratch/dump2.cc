#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include "ingest/extract/extractor.h"
#include "ingest/resolve/resolve.h"
#include "ingest/read/reader.h"
using namespace norn; using J=nlohmann::json;
J V(const graph::Value&v){ if(auto p=v.As<std::string>())return *p; if(auto p=v.As<int64_t>())return *p; if(auto p=v.As<double>())return *p; if(auto p=v.As<bool>())return *p; if(auto p=v.As<graph::Value::List>()){J a=J::array(); for(auto&x:*p)a.push_back(V(x)); return a;} return nullptr;}
int main(int argc,char**argv){ ingest::Extractor ex; std::vector<std::string> s(argv+1,argv+argc); auto r=ingest::ReadSources(s,{}); std::vector<proto::Extraction> es;
 for(auto&a:r.articles){ {int n=0; const std::string&t=a.text(); for(size_t i=0;i+1<t.size();i++) if((unsigned char)t[i]==0xc3&&((unsigned char)t[i+1]==0xa4||(unsigned char)t[i+1]==0xb6)) n++; a.set_language(n>3?"sv":"nb"); std::string b=a.name().substr(0,3); if(b=="nn-"||b=="da-"||b=="en-"||b=="sv-") a.set_language(b.substr(0,2));} es.push_back(ex.Extract(a)); }
 auto g=ingest::Resolve(r.articles,es,ingest::LexiconSet::BuiltIn()); J o; o["nodes"]=J::array(); o["edges"]=J::array();
 for(auto&n:g->nodes){J p; for(auto&[k,v]:n.properties)p[k]=V(v); p["id"]=n.id; o["nodes"].push_back({{"id",n.id},{"labels",n.labels},{"p",p}});}
 for(auto&n:g->edges){J p=J::object(); for(auto&[k,v]:n.properties)p[k]=V(v); o["edges"].push_back({{"a",n.from},{"b",n.to},{"type",n.type},{"p",p}});}
 std::cout<<o.dump();}
