// The floor: the least a window with Dear ImGui and Inter can be, as its own examples write it.
// usage: floor FILE    makes FILE once the first picture is shown, then waits for events
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>
#include <imgui.h>

#include <fstream>

namespace {

constexpr const char* inter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";

void draw(GLFWwindow* window) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("floor", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::TextUnformatted("A window with a line of text.");
    ImGui::End();
    ImGui::Render();
    glViewport(0, 0, 1280, 800);
    glClearColor(0.96F, 0.95F, 0.93F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 || glfwInit() == GLFW_FALSE) return 3;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window = glfwCreateWindow(1280, 800, "floor", nullptr, nullptr);
    if (window == nullptr) return 3;
    glfwMakeContextCurrent(window);
    gladLoadGL(glfwGetProcAddress);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // The letters the program itself begins with, in the size of most of its text.
    io.Fonts->AddFontFromFileTTF(inter, 19.4F, nullptr, io.Fonts->GetGlyphRangesDefault());
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    draw(window);
    std::ofstream(arguments[1]) << "shown\n";
    while (glfwWindowShouldClose(window) == GLFW_FALSE) {
        glfwWaitEvents();
        draw(window);
    }
    glfwTerminate();
    return 0;
}
