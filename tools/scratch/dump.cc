#include <fstream>
#include <iostream>
#include <sstream>
#include <cstring>
#include "ingest/extract/extractor.h"
#include "ingest/resolve/resolve.h"
#include "ingest/analysis/pattern_analyzer.h"
using namespace norn;
int main(int argc,char**argv){ ingest::Extractor ex; std::string lang=argv[1];
 std::vector<proto::Article> as; std::vector<proto::Extraction> es;
 for(int i=2;i<argc;i++){ std::ifstream f(argv[i]); std::stringstream ss; ss<<f.rdbuf(); proto::Article a; std::string t=ss.str(); a.set_text(t); a.set_name(argv[i]);
  size_t p=t.find("date "); if(p!=std::string::npos&&p<3){ size_t q=t.find(' ',p+5); a.set_published(t.substr(p+5,q-p-5)); a.set_body_start(q);} 
  std::string l=lang; if(std::string(argv[i]).find("004")!=std::string::npos) l="sv"; a.set_language(l);
  ingest::PatternAnalyzer an(ingest::LexiconSet::BuiltIn()); auto at=an.Analyze(a.text(),a.body_start(),l);
  std::cout<<"### "<<argv[i]<<" published "<<a.published()<<"\nNAMES:"; for(auto&n:at.names) std::cout<<" ["<<std::string(at.Slice(n.bytes))<<" "<<int(n.type)<<"]"; std::cout<<"\n";
  auto e=ex.Extract(a);
  for(auto&x:e.entities()) std::cout<<"ENT "<<x.kind()<<" "<<x.lexicon_id()<<" "<<x.name()<<" n="<<x.mentions_size()<<" range="<<x.range_km()<<"\n";
  for(auto&o:e.offices()) std::cout<<"OFF "<<e.entities(o.holder()).name()<<" | "<<o.title()<<" | "<<e.entities(o.of()).name()<<"\n";
  for(auto&v:e.events()){ std::cout<<"EVENT "<<v.type()<<" "<<v.status()<<" date "<<v.date().from()<<".."<<v.date().to()<<" wd"<<v.date().weekday()<<" ("<<v.date().derivation()<<") dur="<<v.duration_minutes()<<" k="<<v.killed()<<" w="<<v.wounded()<<" val="<<v.value()<<v.currency()<<" place="<<(v.place()?e.entities(v.place()-1).name():"")<<" medium="<<v.medium()<<"\n   ";
   for(auto&p:v.participants()) std::cout<<p.role()<<"="<<e.entities(p.entity()).name()<<"; "; for(auto&w:v.weapons()) std::cout<<"weapon="<<e.entities(w.entity()).name()<<"x"<<w.quantity()<<"; "; std::cout<<"\n";
   for(auto&r:v.reports()) std::cout<<"   - ["<<r.rule()<<(r.hedged()?" HEDGED":"")<<" by:"<<r.attributed_to()<<"] "<<t.substr(r.trigger().start(),r.trigger().end()-r.trigger().start())<<" :: "<<t.substr(r.sentence().start(),r.sentence().end()-r.sentence().start())<<"\n"; }
  as.push_back(a); es.push_back(e);} 
 auto g=ingest::Resolve(as,es,ingest::LexiconSet::BuiltIn()); if(!g.ok()){std::cout<<g.status().ToString()<<"\n";return 1;}
 std::cout<<"GRAPH nodes "<<g->nodes.size()<<" edges "<<g->edges.size()<<"\n"; for(auto&n:g->nodes) if(n.id.rfind("event/",0)==0) std::cout<<n.id<<"\n"; for(auto&d:g->edges) if(d.type=="SPOKE_WITH"||d.type=="MET_AT"||d.type=="SUPPLIED") std::cout<<d.from<<" "<<d.type<<" "<<d.to<<"\n"; }
