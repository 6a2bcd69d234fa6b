/* The language model's bytes as data in the binary. */
    .section .rodata
    .globl norn_language_model_begin
norn_language_model_begin:
    .incbin "ingest/analysis/language.model"
    .globl norn_language_model_end
norn_language_model_end:
    .section .note.GNU-stack,"",%progbits
