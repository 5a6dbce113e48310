#include "app/window/gl_renderer.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <glad/gl.h>

namespace rekindle::app {

Result<std::unique_ptr<GlRenderer>> GlRenderer::make(Loader loader) {
    const char* const remedy = "Install a graphics driver that offers OpenGL 3.3.";
    if (gladLoadGL(loader) == 0)
        return fail(ErrorCode::system, "OpenGL 3.3 cannot be used here.", remedy);
    if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
        return fail(ErrorCode::system, "OpenGL could not be made ready.", remedy);
    return std::unique_ptr<GlRenderer>(new GlRenderer);
}

GlRenderer::~GlRenderer() { ImGui_ImplOpenGL3_Shutdown(); }

void GlRenderer::upload_fonts() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_NewFrame();  // makes the shaders when there are none, and the texture with
                                   // them
    if (ImGui::GetIO().Fonts->TexID == nullptr) ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui::GetIO().Fonts->ClearTexData();
}

void GlRenderer::draw(ImDrawData& drawn, int width, int height, ImU32 ground) {
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
    glViewport(0, 0, width, height);
    glClearColor(colour.x, colour.y, colour.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
}

void GlRenderer::finish() { glFinish(); }

}  // namespace rekindle::app
