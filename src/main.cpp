#include "replylint/run.hpp"

int main(int argc, char** argv) { return replylint::run_main(argc, argv); }
